export type Fields = Record<string, unknown>;
export type Case = [name: string, documents: Fields[], stages: Fields[], expected: Fields[]];

export const ROWS: Fields[] = [
  { _id: 1, k: 'a', n: 1, arr: [1, 2] },
  { _id: 2, k: 'b', n: 5, arr: [] },
  { _id: 3, k: 'a', n: 10, arr: null },
  { _id: 4, n: 12 },
  { _id: 5, k: null, n: 20, arr: 7 },
];
export const COLLECTIONS: Record<string, Fields[]> = {
  stock: [
    { _id: 10, sku: 'x', left: 5 },
    { _id: 11, sku: 'y', left: 1 },
    { _id: 12, sku: null },
    { _id: 13 },
    { _id: 14, sku: ['x', 'q'] },
  ],
};
export const ORDERS: Fields[] = [{ _id: 1, item: 'x', count: 2 }, { _id: 2 }, { _id: 3, item: ['x', 'y'] }];

/** Results as MongoDB's manual gives them. */
export const AGREED: Case[] = [
  [
    'match',
    ROWS,
    [{ $match: { n: { $gt: 5 } } }, { $project: { _id: 1 } }],
    [{ _id: 3 }, { _id: 4 }, { _id: 5 }],
  ],
  ['skip and limit', ROWS, [{ $skip: 1 }, { $limit: 2 }, { $project: { _id: 1 } }], [{ _id: 2 }, { _id: 3 }]],
  [
    'group takes a missing key for null',
    ROWS,
    [{ $group: { _id: '$k', n: { $sum: 1 } } }, { $sort: { n: -1, _id: 1 } }],
    [
      { _id: null, n: 2 },
      { _id: 'a', n: 2 },
      { _id: 'b', n: 1 },
    ],
  ],
  [
    'accumulators',
    ROWS,
    [
      {
        $group: {
          _id: null,
          s: { $sum: '$n' },
          a: { $avg: '$n' },
          x: { $max: '$n' },
          m: { $min: '$n' },
          f: { $first: '$k' },
          l: { $last: '$k' },
        },
      },
    ],
    [{ _id: null, s: 48, a: 9.6, x: 20, m: 1, f: 'a', l: null }],
  ],
  [
    'an accumulator over an expression',
    ROWS,
    [{ $group: { _id: null, c: { $sum: { $cond: [{ $gt: ['$n', 5] }, 1, 0] } } } }],
    [{ _id: null, c: 3 }],
  ],
  [
    'group by an object',
    ROWS,
    [{ $group: { _id: { k: '$k' }, n: { $sum: '$n' } } }, { $sort: { n: 1 } }],
    [
      { _id: { k: 'b' }, n: 5 },
      { _id: { k: 'a' }, n: 11 },
      { _id: {}, n: 12 },
      { _id: { k: null }, n: 20 },
    ],
  ],
  [
    'mergeObjects in a group',
    [{ o: { a: 1 } }, { o: { b: 2 } }],
    [{ $group: { _id: null, m: { $mergeObjects: '$o' } } }],
    [{ _id: null, m: { a: 1, b: 2 } }],
  ],
  [
    'bucketAuto',
    [1, 2, 3, 4].map(n => ({ n })),
    [{ $bucketAuto: { groupBy: '$n', buckets: 2 } }],
    [
      { _id: { min: 1, max: 3 }, count: 2 },
      { _id: { min: 3, max: 4 }, count: 2 },
    ],
  ],
  [
    'unwind',
    ROWS,
    [{ $unwind: '$arr' }, { $project: { arr: 1 } }],
    [
      { _id: 1, arr: 1 },
      { _id: 1, arr: 2 },
      { _id: 5, arr: 7 },
    ],
  ],
  [
    'unwind keeping empty',
    ROWS,
    [
      { $unwind: { path: '$arr', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' } },
      { $project: { arr: 1, i: 1 } },
    ],
    [
      { _id: 1, arr: 1, i: 0 },
      { _id: 1, arr: 2, i: 1 },
      { _id: 2, i: null },
      { _id: 3, arr: null, i: null },
      { _id: 4, i: null },
      { _id: 5, arr: 7, i: null },
    ],
  ],
  [
    'unwind a path',
    [{ _id: 1, o: { a: [1, 2], z: 1 } }],
    [{ $unwind: '$o.a' }],
    [
      { _id: 1, o: { a: 1, z: 1 } },
      { _id: 1, o: { a: 2, z: 1 } },
    ],
  ],
  [
    'sort by types',
    [{ a: 'b' }, { a: 1 }, { a: null }, {}, { a: true }, { a: { x: 1 } }],
    [{ $sort: { a: 1 } }],
    [{ a: null }, {}, { a: 1 }, { a: 'b' }, { a: { x: 1 } }, { a: true }],
  ],
  [
    'sortByCount',
    [{ t: ['x', 'y'] }, { t: ['y'] }],
    [{ $unwind: '$t' }, { $sortByCount: '$t' }],
    [
      { _id: 'y', count: 2 },
      { _id: 'x', count: 1 },
    ],
  ],
  [
    'project',
    [{ _id: 1, o: { a: 1, b: 2 }, l: [{ a: 1, b: 2 }, { b: 3 }] }],
    [{ $project: { 'o.a': 1, 'l.a': 1 } }],
    [{ _id: 1, o: { a: 1 }, l: [{ a: 1 }, {}] }],
  ],
  [
    'project without a nested field',
    [{ _id: 1, o: { a: 1, b: 2 } }],
    [{ $project: { 'o.a': 0 } }],
    [{ _id: 1, o: { b: 2 } }],
  ],
  [
    'project computed and removed',
    ROWS.slice(0, 1),
    [{ $project: { _id: 0, m: { $add: ['$n', 1] }, k: { $cond: [true, '$$REMOVE', 1] } } }],
    [{ m: 2 }],
  ],
  [
    'addFields',
    ROWS.slice(0, 1),
    [{ $addFields: { 'o.x': { $add: ['$n', 1] }, k: 'z' } }],
    [{ _id: 1, k: 'z', n: 1, arr: [1, 2], o: { x: 2 } }],
  ],
  [
    'replaceRoot',
    [{ _id: 1, o: { a: 1 } }],
    [{ $replaceRoot: { newRoot: { $mergeObjects: ['$o', { z: 2 }] } } }],
    [{ a: 1, z: 2 }],
  ],
  [
    'lookup of a missing collection',
    ORDERS.slice(0, 1),
    [{ $lookup: { from: 'none', localField: 'item', foreignField: 'sku', as: 'found' } }],
    [{ _id: 1, item: 'x', count: 2, found: [] }],
  ],
];
