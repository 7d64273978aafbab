import { compareValues } from '../../../../local/cloud/query/compare-values';
import { type Entry, SortedEntries } from '../../../../local/cloud/store/sorted-entries';
import * as fc from '../../../support/fast-check';

function entry(value: number, row: number): Entry {
  return { key: [value], record: { id: row, key: String(row), row, newest: null, lockedBy: null } };
}

/** Values close together, so that equal keys fill whole chunks. */
const changes = fc.array(fc.record({ value: fc.integer({ min: 0, max: 40 }), removes: fc.boolean() }), {
  minLength: 300,
  maxLength: 1500,
  size: 'max',
});

test.each([1, -1])('holds what was inserted and not removed, in order, direction %s', direction => {
  fc.assert(
    fc.property(changes, fc.integer({ min: 0, max: 40 }), (steps, from) => {
      const sorted = new SortedEntries([direction]);
      const model: Entry[] = [];
      for (const [row, { value, removes }] of steps.entries()) {
        if (removes && model.length > 0) {
          const [removed] = model.splice((value * 31) % model.length, 1);
          sorted.remove(removed!);
        } else {
          model.push(entry(value, row));
          sorted.insert(model.at(-1)!);
        }
      }
      model.sort(
        (left, right) =>
          compareValues(left.key[0], right.key[0]) * direction || left.record.row - right.record.row,
      );
      const place = ({ key }: Entry) => (Number(key[0]) * direction < from * direction ? -1 : 0);
      const inside = model.filter(one => place(one) === 0);
      expect([...sorted.ascending(() => 0)]).toEqual(model);
      expect([...sorted.ascending(place)]).toEqual(inside);
      expect([...sorted.descending(place)]).toEqual(inside.reverse());
    }),
    { numRuns: 30 },
  );
});

test('removing what is not there changes nothing', () => {
  const sorted = new SortedEntries([1]);
  sorted.remove(entry(1, 1));
  sorted.insert(entry(1, 1));
  sorted.remove(entry(1, 2));
  sorted.remove(entry(2, 1));
  expect([...sorted.ascending(() => 0)]).toEqual([entry(1, 1)]);
});
