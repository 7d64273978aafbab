import { findEntries } from '../../../../miniprogram/packages/trips/services/statement';
import { viewSections } from '../../../../miniprogram/packages/trips/views/entry-list';
import { viewEntry } from '../../../../miniprogram/views/statement';
import { installFakeWx, ok, refused } from '../../services/fake-wx';
import { entryOf } from './entries';

/** A server that finds so many entries in each of its pages; 500 are looked at for each. */
function serve(...found: number[]) {
  const fake = installFakeWx();
  fake.answer = ({ input }) => {
    const { cursor = found.length } = input as { cursor?: number };
    const entries = Array.from({ length: found[found.length - cursor]! }, (_, at) =>
      entryOf({ key: `trip:${cursor}:${at}` }),
    );
    return ok({ entries, looked: 500, nextCursor: cursor > 1 ? cursor - 1 : null });
  };
  return fake;
}

const search = async (cursor: number | null = null) => {
  const told: number[] = [];
  const page = await findEntries({ leastAmount: 1 }, cursor, looked => told.push(looked));
  return {
    found: page.items.length,
    next: page.nextCursor,
    looked: told.reduce((sum, more) => sum + more, 0),
  };
};

test.each<[number[], { found: number; next: number | null; looked: number }]>([
  [[3], { found: 3, next: null, looked: 500 }],
  [[0, 0, 2], { found: 2, next: null, looked: 1_500 }],
  [[12, 5], { found: 12, next: 1, looked: 500 }],
  [[5, 5, 5, 5], { found: 15, next: 1, looked: 1_500 }],
  [[0, 0, 0, 0, 0, 0, 9], { found: 0, next: 1, looked: 3_000 }],
])('with %j in the pages finds %j', async (pages, outcome) => {
  serve(...pages);
  expect(await search()).toEqual(outcome);
});

test('goes on from a cursor with the same question', async () => {
  const fake = serve(1, 1, 1);
  expect(await search(2)).toMatchObject({ found: 2, next: null });
  expect(fake.sent.map(({ input }) => input)).toEqual([
    { leastAmount: 1, cursor: 2 },
    { leastAmount: 1, cursor: 1 },
  ]);
});

test('a call that fails is told as every other', async () => {
  installFakeWx().answer = () => refused('INTERNAL');
  await expect(search()).rejects.toMatchObject({ code: 'INTERNAL' });
});

test('what is found stands under its months', () => {
  const [march, april] = ['03', '04'].map(month => Date.parse(`2026-${month}-20T09:00:00+08:00`));
  const items = [entryOf({ key: 'b', atMs: april! }), entryOf({ key: 'a', atMs: march! })];
  const sections = viewSections({ items, sums: {} }, Date.parse('2026-11-20T09:00:00+08:00'));
  expect(sections.map(({ title, blocks }) => [title, blocks[0]!.rows[0]!.key])).toEqual([
    ['4月', 'b'],
    ['3月', 'a'],
  ]);
});

test.each<[string, string, boolean, string]>([
  ['trip', 'trip', true, 'trip:1'],
  ['trip', 'trip', false, 'trip:1'],
  ['entry-reversed', 'entry', true, 'trip:1'],
  ['entry-reversed', 'entry', false, ''],
  ['manual', 'approval', false, ''],
  ['donation-given', 'donation', false, ''],
])('an entry of reason %s about a %s, its trip known: %s, leads to "%s"', (reason, type, isKnown, tripId) => {
  const { trip } = entryOf();
  const entry = entryOf({ reason, trip: isKnown ? trip : null });
  entry.reference = { type: type as 'trip', id: 'trip:1' };
  expect(viewEntry(entry, entry.atMs).tripId).toBe(tripId);
});
