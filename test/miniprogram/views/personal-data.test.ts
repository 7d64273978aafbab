import { personalDataKinds } from '../../../cloudfunctions/contract/personal-data';
import { personalParts } from '../../../cloudfunctions/functions/personal-parts';
import { lossesOf, viewClosing } from '../../../miniprogram/views/closing';
import { kindWords, viewKeptData } from '../../../miniprogram/views/kept-data';
import { leavingText } from '../../../miniprogram/views/leaving';
import { viewExport } from '../../../miniprogram/views/personal-export';

const NOW_MS = Date.parse('2026-11-20T12:00:00+08:00');
const DAY_MS = 86_400_000;
const kind = (available: number, held = 0) => ({ available, held, debt: 0, availableByExpiry: {} });

test('every kind of the contract is told in words, with what becomes of it', () => {
  expect(Object.keys(kindWords).sort()).toEqual([...personalDataKinds].sort());
  const all = [...personalDataKinds].reverse().map(name => ({ kind: name, count: 1_234 }));
  const views = viewKeptData(all);
  expect(views.map(({ kind }) => kind)).toEqual(Object.keys(kindWords));
  expect(views.flatMap(({ facts }) => facts).filter(({ text }) => text === '')).toEqual([]);
  expect(views.find(({ kind }) => kind === 'ledger')!.label).toBe('账本 1,234 笔');
  expect(viewKeptData([{ kind: 'requests', count: null }])[0]!.label).toBe('请求记录');
});

test.each([
  [null, '', { days: -1, day: '' }],
  [30 * DAY_MS, '账户将在12月20日注销，还有 30 天可以取消。', { days: 30, day: '12月20日' }],
  [1, '账户将在11月20日注销，还有 1 天可以取消。', { days: 1, day: '11月20日' }],
  [50 * DAY_MS, '账户将在2027年1月9日注销，还有 50 天可以取消。', { days: 50, day: '2027年1月9日' }],
  [0, '账户今天注销，现在还可以取消。', { days: 0, day: '11月20日' }],
  [-DAY_MS, '账户今天注销，现在还可以取消。', { days: 0, day: '11月19日' }],
])('a closing in %p ms is told as “%s”', (inMs, text, view) => {
  const deletion = inMs === null ? null : { requestedAtMs: NOW_MS, dueAtMs: NOW_MS + inMs };
  expect(leavingText(deletion, NOW_MS)).toBe(text);
  expect(viewClosing(deletion, NOW_MS)).toEqual(view);
});

test('what is lost has the rider’s own numbers, held ones included', () => {
  const balance = { carbon: kind(14_000, 500), bonus: kind(30) };
  const [credits, cards] = lossesOf({ balance, cards: 2 });
  expect(credits!.text).toContain('14,500 减排积分进公共池');
  expect(credits!.text).toContain('30 奖励积分作废');
  expect(cards!.text).toBe('2 张全部解除绑定。');
  expect(lossesOf({ balance: { carbon: kind(0), bonus: kind(0) }, cards: 0 })[0]!.text).toBe(
    '现在没有积分。',
  );
  expect(lossesOf({ balance: null, cards: null })[0]!.text).toContain('全部清空');
});

test('files are named for people, with their size and a link only while they are there', () => {
  const file = (name: string, bytes: number, address: string | null) => ({ name, bytes, address });
  const view = viewExport(
    {
      exportId: 'e',
      state: 'ready',
      requestedAtMs: NOW_MS,
      expiresAtMs: NOW_MS + DAY_MS,
      files: [
        file('tandiandian-data-2026-11-20.json', 812, 'a'),
        file('tandiandian-trips-2026-11-20-2.csv', 12_400, 'b'),
        file('tandiandian-ledger-2026-11-20.csv', 4_100_000, null),
      ],
    },
    NOW_MS,
  );
  expect(view).toMatchObject({ isReady: true, until: '11月21日 12:00' });
  expect(view.files.map(({ title, detail, address }) => [title, detail, address])).toEqual([
    ['全部数据（JSON）', '812 字节', 'a'],
    ['行程（表格，第 2 份）', '12 KB', 'b'],
    ['账本（表格）', '4.1 MB', ''],
  ]);
});

test.each(personalParts.flatMap(({ sheet }) => (sheet ? [sheet.name] : [])))(
  'the table %s has a name for people',
  name => {
    const file = { name: `tandiandian-${name}-2026-11-20.csv`, bytes: 1, address: null };
    const { files } = viewExport(
      { exportId: 'e', state: 'ready', requestedAtMs: NOW_MS, expiresAtMs: NOW_MS, files: [file] },
      NOW_MS,
    );
    expect(files[0]?.title).toMatch(/^[\u4e00-\u9fff]+（表格）$/);
  },
);
