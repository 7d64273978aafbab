import { aggregate } from 'mingo';
import { cloneValue } from '../../../../local/cloud/query/clone-value';
import { runPipeline } from '../../../../local/cloud/query/run-pipeline';
import { AGREED, COLLECTIONS, type Fields, ROWS } from './pipeline-cases';
import { DIFFERENT } from './pipeline-differences';

const foreign = (name: string): Fields[] => COLLECTIONS[name] ?? [];

test.each([...AGREED, ...DIFFERENT])('%s', (_name, documents, stages, expected) => {
  expect(runPipeline(documents, stages, foreign)).toEqual(expected);
});

test.each(DIFFERENT)('bare mingo fails: %s', (_name, documents, stages, expected) => {
  let result: unknown;
  try {
    result = aggregate(cloneValue(documents), stages as never, { collectionResolver: foreign as never });
  } catch (error) {
    result = error;
  }
  expect(result).not.toEqual(expected);
});

test('sample draws each document at most once', () => {
  const drawn = runPipeline(ROWS, [{ $sample: { size: 4 } }], foreign);
  expect(drawn).toHaveLength(4);
  expect(new Set(drawn.map(({ _id }) => _id)).size).toBe(4);
});

test('no stage changes the documents it is given', () => {
  const documents = [...ROWS, { _id: 6, o: { p: { q: 1 } }, arr: [{ z: 1 }] }];
  const before = cloneValue(documents);
  const stages = [
    { $unwind: { path: '$arr', includeArrayIndex: 'o.index', preserveNullAndEmptyArrays: true } },
    { $lookup: { from: 'stock', localField: 'k', foreignField: 'sku', as: 'found' } },
    { $addFields: { 'o.p.q': 2, 'found.left': 0 } },
    { $project: { 'o.p': 0 } },
  ];
  const stockBefore = cloneValue(COLLECTIONS.stock);
  runPipeline(documents, stages, foreign);
  expect(documents).toEqual(before);
  expect(COLLECTIONS.stock).toEqual(stockBefore);
});

test.each<[string, Fields, string]>([
  ['sorting by an array', { $sort: { arr: 1 } }, "array path 'arr'"],
  ['writing into a collection', { $out: 'x' }, '$out'],
  ['an unknown stage', { $fly: 1 }, '$fly'],
  ['a lookup without fields', { $lookup: { from: 'stock', as: 'x' } }, '$lookup requires'],
  ['boundaries out of order', { $bucket: { groupBy: '$n', boundaries: [5, 1] } }, 'boundaries'],
  ['a value in no bucket', { $bucket: { groupBy: '$n', boundaries: [0, 1] } }, '$switch could not'],
])('refuses %s', (_name, stage, message) => {
  expect(() => runPipeline(ROWS, [stage], foreign)).toThrow(message);
});
