import { type Balance, viewBalance } from '../../../miniprogram/views/balance';
import { viewBubbles } from '../../../miniprogram/views/bubbles';
import { furtherRows, movementSums, sectionByMonth, tripSums } from '../../../miniprogram/views/months';
import { changeOf, type Entry, monthOf, viewEntry } from '../../../miniprogram/views/statement';

const nowMs = Date.parse('2026-11-20T12:00:00+08:00');
const DAY_MS = 86_400_000;
const account = 'user:a';

const kind = (availableByExpiry: Record<string, number> = {}, debt = 0) => ({
  available: Object.values(availableByExpiry).reduce((sum, one) => sum + one, 0),
  held: 0,
  debt,
  availableByExpiry,
});
const balanceOf = (carbon = {}, bonus = {}, debt = 0): Balance => ({
  carbon: kind(carbon, debt),
  bonus: kind(bonus),
});

type Move = [source: string, destination: string, kind: 'carbon' | 'bonus', amount: number];
const entryOf = (moves: Move[], more: Partial<Entry> = {}): Entry => ({
  key: 'trip:1',
  account,
  seq: 1,
  reason: 'trip',
  reference: { type: 'trip', id: 'trip:1' },
  postings: moves.map(([source, destination, moved, amount]) => ({
    source,
    destination,
    kind: moved,
    lots: [{ origin: '-', expiresOn: '2028-11', amount }],
  })),
  balanceAfter: balanceOf({ '2028-11': 1_300 }),
  atMs: nowMs - 3_600_000,
  day: '2026-11-20',
  trip: null,
  ...more,
});
const credit = (amount: number, more: Partial<Entry> = {}) =>
  entryOf([['mint:trip', account, 'carbon', amount]], more);

describe('the balance', () => {
  test('counts both kinds and says what expires first', () => {
    expect(viewBalance(balanceOf({ '2028-11': 9_000, '2028-10': 310 }, { '2028-10': 3_536 }))).toEqual({
      total: 12_846,
      carbon: '9,310',
      bonus: '3,536',
      carbonPercent: 72,
      expiry: '2028年10月底到期 3,846',
      held: '',
      debt: '',
    });
  });

  test.each([
    [{}, {}, 0],
    [{ '2028-11': 5 }, {}, 100],
    [{}, { '2028-11': 5 }, 0],
    [{ '2028-11': 1 }, { '2028-11': 9_999 }, 2],
    [{ '2028-11': 9_999 }, { '2028-11': 1 }, 98],
  ])('of carbon %j and bonus %j the green part is %d %%', (carbon, bonus, percent) =>
    expect(viewBalance(balanceOf(carbon, bonus)).carbonPercent).toBe(percent),
  );

  test('tells a debt', () => expect(viewBalance(balanceOf({}, {}, 30)).debt).toBe('待抵扣 30'));
});

describe('a line of the statement', () => {
  test('credits in green, with the balance after it', () => {
    expect(viewEntry(credit(1_282), nowMs)).toMatchObject({
      title: '出行减排',
      detail: '今天 11:00',
      amount: '+1,282',
      tone: 'carbon',
      balance: '1,300',
      tripId: 'trip:1',
    });
  });

  test('counts what is left after a debt was repaid, and says so', () => {
    const entry = entryOf([
      ['mint:trip', account, 'carbon', 100],
      [account, 'conversion:carbon', 'carbon', 30],
      ['conversion:carbon', 'debt:a', 'carbon', 30],
    ]);
    expect(viewEntry(entry, nowMs)).toMatchObject({ amount: '+70', detail: '今天 11:00 · 其中 30 抵扣待还' });
  });

  test('takes back without colour what the account still had; the rest is owed', () => {
    const entry = entryOf(
      [
        [account, 'mint:trip', 'carbon', 20],
        ['debt:a', 'mint:trip', 'carbon', 21],
      ],
      { reason: 'trip-reversed' },
    );
    expect(changeOf(entry)).toEqual({ carbon: -20, bonus: 0 });
    expect(viewEntry(entry, nowMs)).toMatchObject({ title: '行程撤销', amount: '−20', tone: 'out' });
  });

  const rideOf = (beijing: string, more = {}) => ({
    mode: 'metro',
    entry: { station: '机场' },
    exit: { station: '车公庙' },
    fromMs: Date.parse(`${beijing}:00+08:00`),
    ...more,
  });
  const place = { longitude: 114, latitude: 22.5 };

  test.each([
    ['its stations and time', rideOf('2026-11-19T18:05'), 'trip', '机场 → 车公庙', '昨天\u00a018:05 地铁'],
    [
      'its kind where it had no stations',
      rideOf('2026-11-20T08:12', { mode: 'bus', entry: place, exit: place }),
      'trip',
      '公交出行',
      '今天\u00a008:12 公交',
    ],
    [
      'the day of the entry where the months differ',
      rideOf('2026-10-31T23:50'),
      'trip',
      '机场 → 车公庙',
      '10月31日\u00a023:50 地铁 · 今天入账',
    ],
    [
      'the day when it was declared elsewhere',
      rideOf('2026-11-19T18:05'),
      'claimed-elsewhere',
      '机场 → 车公庙',
      '昨天\u00a018:05 地铁 · 今天声明计入别处',
    ],
    [
      'the day when it was taken back',
      rideOf('2026-11-02T08:12'),
      'trip-reversed',
      '机场 → 车公庙',
      '11月2日\u00a008:12 地铁 · 今天撤销',
    ],
  ])('is told from others by %s', (_, trip, reason, title, detail) =>
    expect(viewEntry(credit(100, { trip, reason }), nowMs)).toMatchObject({ title, detail }),
  );

  test('is read aloud without signs', () => {
    const { label } = viewEntry(credit(508, { trip: rideOf('2026-11-20T08:12') }), nowMs);
    expect(label).toBe('机场到车公庙，+508，今天\u00a008:12 地铁，之后余额 1,300');
  });

  test('shows a bonus in amber', () =>
    expect(viewEntry(entryOf([['mint:gift', account, 'bonus', 5]]), nowMs).tone).toBe('bonus'));
});

describe('months', () => {
  test('rows stand under their months, in the order they came', () => {
    const entries = ['2026-11-02', '2026-11-01', '2025-12-31'].map(day =>
      credit(1, { atMs: Date.parse(`${day}T00:30:00+08:00`) }),
    );
    const rows = entries.map(entry => ({ month: monthOf(entry), row: entry.atMs }));
    const sections = sectionByMonth(rows, { '2026-11': '收入 2' }, '2026-11-20');
    expect(sections.map(({ title, sum, blocks }) => [title, sum, blocks[0]!.rows.length])).toEqual([
      ['11月', '收入 2', 2],
      ['2025年12月', '', 1],
    ]);
  });

  const numbered = (count: number) =>
    Array.from({ length: count }, (_, row) => ({ month: row < 13 ? '2026-11' : '2026-10', row }));
  const sectionsOf = (count: number, sums = {}) => sectionByMonth(numbered(count), sums, '2026-11-20');

  test('rows are drawn in blocks of five', () => {
    const blocks = sectionsOf(15).flatMap(section => section.blocks);
    expect(blocks.map(({ key, rows }) => [key, rows])).toEqual([
      ['2026-11-0', [0, 1, 2, 3, 4]],
      ['2026-11-1', [5, 6, 7, 8, 9]],
      ['2026-11-2', [10, 11, 12]],
      ['2026-10-0', [13, 14]],
    ]);
  });

  test('a further page sends only the blocks and sums that are new', () => {
    const further = furtherRows(sectionsOf(12), sectionsOf(15, { '2026-11': '13 趟' }));
    expect(further).toMatchObject({
      'sections[0].sum': '13 趟',
      'sections[0].blocks[2]': { rows: [10, 11, 12] },
      'sections[1]': { month: '2026-10' },
    });
    expect(Object.keys(further)).toHaveLength(3);
    expect(furtherRows(sectionsOf(15), sectionsOf(15))).toEqual({});
  });

  test('sums are of the server, of one kind or both', () => {
    const months = [
      { month: '2026-11', carbon: { received: 3_221, left: 41 }, bonus: { received: 100, left: 0 } },
    ];
    expect(movementSums(months, null)).toEqual({ '2026-11': '收入 3,321 · 支出 41' });
    expect(movementSums(months, 'bonus')).toEqual({ '2026-11': '收入 100 · 支出 0' });
    expect(tripSums([{ month: '2026-11', trips: 12, grams: 3_221 }])).toEqual({
      '2026-11': '12 趟 · 减排 3,221 克',
    });
  });
});

describe('bubbles', () => {
  const entries = [5, 4, 3, 2, 1].map(seq => credit(seq * 100, { seq }));
  const seqs = (...given: Parameters<typeof viewBubbles>) => viewBubbles(...given).map(({ seq }) => seq);

  test('are the latest three that were not collected', () => {
    expect(seqs(entries, [], nowMs)).toEqual([5, 4, 3]);
    expect(seqs(entries, [5, 3], nowMs)).toEqual([4, 2, 1]);
    expect(viewBubbles(entries, [], nowMs)[0]).toMatchObject({
      text: '+500',
      kind: 'carbon',
      flight: '',
    });
  });

  test('tell equal amounts apart by the time of their ride, else of the entry', () => {
    const ride = { tripId: 'trip:1', mode: 'metro', fromMs: nowMs - 4 * 3_600_000 };
    const [known] = viewBubbles([entryOf([['mint:trip', account, 'carbon', 508]])], [], nowMs, [ride]);
    expect(known).toMatchObject({ name: '08:00', label: '收下今天 08:00的 508 减排积分，来自地铁' });
    const earlier = { ...ride, fromMs: ride.fromMs - DAY_MS };
    const [old] = viewBubbles([entryOf([['mint:trip', account, 'carbon', 508]])], [], nowMs, [earlier]);
    expect(old?.name).toBe('19日 08:00');
    const [unknown] = viewBubbles(
      [entryOf([['mint:trip', account, 'carbon', 508]], { atMs: nowMs })],
      [],
      nowMs,
    );
    expect(unknown?.name).toBe('12:00');
  });

  test('are gone after a week, and nothing that was taken back makes one', () => {
    expect(seqs(entries, [], nowMs + 7 * DAY_MS)).toEqual([]);
    expect(seqs([entryOf([[account, 'mint:trip', 'carbon', 5]])], [], nowMs)).toEqual([]);
    expect(seqs([entryOf([['held:u', account, 'carbon', 5]])], [], nowMs)).toEqual([]);
  });
});
