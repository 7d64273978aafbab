import { listedPage, noRows } from '../../../../miniprogram/packages/staff/listed-page';
import { notRead, readPage } from '../../../../miniprogram/packages/staff/read-page';
import { ServiceError } from '../../../../miniprogram/services/service-error';

interface Answer {
  items: number[];
  nextCursor: string | null;
}

/** What a page asked for and how it is answered: by the test, when it pleases. */
interface Asked {
  which: string;
  cursor: string | null;
  answer(page: Answer): Promise<void>;
  fail(): Promise<void>;
}

const settled = () => new Promise<void>(done => setImmediate(done));

/** A page with a list as the console's are, without WeChat. */
class ListPage {
  data = { ...noRows, which: 'open' };
  readonly asked: Asked[] = [];
  readonly changes: Record<string, unknown>[] = [];

  setData(change: Record<string, unknown>): void {
    this.changes.push(change);
    for (const [path, value] of Object.entries(change)) this.set(path, value);
  }

  private set(path: string, value: unknown): void {
    const [, index] = /^rows\[(\d+)\]$/.exec(path) ?? [];
    if (index === undefined) Object.assign(this.data, { [path]: value });
    else (this.data.rows as unknown[])[Number(index)] = value;
  }

  readItems(cursor: string | null): Promise<Answer> {
    const { which } = this.data;
    return new Promise((resolve, reject) => {
      const answer = (page: Answer) => {
        resolve(page);
        return settled();
      };
      const fail = () => {
        reject(new ServiceError('UNREACHABLE', '连不上'));
        return settled();
      };
      this.asked.push({ which, cursor, answer, fail });
    });
  }

  /** As an account's entries: how a row looks depends on the one below it. */
  viewRows(items: number[]): string[] {
    return items.map((item, index) => `${item} before ${items[index + 1] ?? 'nothing'}`);
  }
}

function open() {
  const page = Object.assign(new ListPage(), listedPage);
  const last = (): Asked => page.asked.at(-1) as Asked;
  return { page, last };
}

test('a further page is added, and only the rows that look otherwise are sent', async () => {
  const { page, last } = open();
  void page.refresh();
  await last().answer({ items: [5, 4], nextCursor: 'a' });
  expect(page.data).toMatchObject({ rows: ['5 before 4', '4 before nothing'], hasMore: true, failure: null });
  void page.onReachBottom();
  void page.onReachBottom();
  expect(page.asked.map(({ cursor }) => cursor)).toEqual([null, 'a']);
  await last().answer({ items: [3], nextCursor: null });
  expect(page.changes.at(-1)).toEqual({
    'rows[1]': '4 before 3',
    'rows[2]': '3 before nothing',
    hasMore: false,
    moreFailure: null,
  });
  void page.onReachBottom();
  expect(page.asked).toHaveLength(2);
});

test.each(['answer', 'fail'] as const)(
  'what comes for the last tab is dropped, whether it is rows or none: %s',
  async how => {
    const { page, last } = open();
    void page.refresh();
    await last().answer({ items: [5], nextCursor: 'a' });
    void page.readMore();
    const late = last();
    void page.ask({ which: 'acknowledged' });
    expect(page.data).toMatchObject({ which: 'acknowledged', rows: null, hasMore: false });
    await last().answer({ items: [9], nextCursor: 'b' });
    await (how === 'fail' ? late.fail() : late.answer({ items: [4], nextCursor: null }));
    expect(page.data).toMatchObject({ rows: ['9 before nothing'], hasMore: true, moreFailure: null });
    void page.readMore();
    expect(last()).toMatchObject({ which: 'acknowledged', cursor: 'b' });
  },
);

test('a first page that is late does not replace the rows of a newer one', async () => {
  const { page, last } = open();
  void page.refresh();
  const late = last();
  void page.refresh();
  await last().answer({ items: [2], nextCursor: null });
  await late.answer({ items: [1], nextCursor: null });
  expect(page.data.rows).toEqual(['2 before nothing']);
});

test('rows stay when reading fails, and a further page that failed is asked for again by a tap only', async () => {
  const { page, last } = open();
  void page.refresh();
  await last().answer({ items: [5], nextCursor: 'a' });
  void page.readMore();
  await last().fail();
  expect(page.data).toMatchObject({ rows: ['5 before nothing'], moreFailure: { text: '连不上' } });
  void page.onReachBottom();
  expect(page.asked).toHaveLength(2);
  page.onRetryMore();
  await last().answer({ items: [4], nextCursor: null });
  expect(page.data).toMatchObject({ rows: ['5 before 4', '4 before nothing'], moreFailure: null });
  void page.refresh();
  await last().fail();
  expect(page.data).toMatchObject({ rows: ['5 before 4', '4 before nothing'], failure: { text: '连不上' } });
});

test('a page that is read as a whole says why it is not there, and keeps what is there', async () => {
  let isInReach = false;
  const page = {
    ...readPage,
    data: { ...notRead },
    setData(change: object) {
      Object.assign(this.data, change);
    },
    async read() {
      if (!isInReach) throw new ServiceError('UNREACHABLE', '连不上');
    },
  };
  await page.refresh();
  expect(page.data).toMatchObject({ state: 'failed', failure: { text: '连不上' }, isRetrying: false });
  isInReach = true;
  page.onRetry();
  expect(page.data.isRetrying).toBe(true);
  await settled();
  expect(page.data).toMatchObject({ state: 'ready', isRetrying: false });
  isInReach = false;
  await page.refresh();
  expect(page.data.state).toBe('ready');
});
