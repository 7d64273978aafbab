import { type Case, ORDERS, ROWS } from './pipeline-cases';

/** The same, where mingo gives something else. */
export const DIFFERENT: Case[] = [
  [
    'push leaves missing values out',
    ROWS,
    [{ $group: { _id: null, v: { $push: '$k' } } }],
    [{ _id: null, v: ['a', 'b', 'a', null] }],
  ],
  [
    'addToSet leaves missing values out',
    [{ k: 1 }, {}],
    [{ $group: { _id: null, v: { $addToSet: '$k' } } }],
    [{ _id: null, v: [1] }],
  ],
  ['count of nothing', [], [{ $count: 'n' }], []],
  [
    'bucket begins with its lower boundary',
    ROWS,
    [
      {
        $bucket: { groupBy: '$n', boundaries: [0, 5, 10, 15], default: 'other', output: { c: { $sum: 1 } } },
      },
    ],
    [
      { _id: 0, c: 1 },
      { _id: 5, c: 1 },
      { _id: 10, c: 2 },
      { _id: 'other', c: 1 },
    ],
  ],
  [
    'empty buckets do not appear',
    ROWS,
    [{ $bucket: { groupBy: '$n', boundaries: [0, 2, 3, 30] } }],
    [
      { _id: 0, count: 1 },
      { _id: 3, count: 4 },
    ],
  ],
  [
    'unwind keeps empty strings and objects',
    [{ _id: 1, s: '', o: {} }],
    [{ $unwind: '$s' }, { $unwind: '$o' }],
    [{ _id: 1, s: '', o: {} }],
  ],
  [
    'addFields merges embedded documents',
    [{ _id: 1, o: { a: 1 } }],
    [{ $addFields: { o: { b: 2 } } }],
    [{ _id: 1, o: { a: 1, b: 2 } }],
  ],
  [
    'addFields in the elements of an array',
    [{ _id: 1, l: [{ a: 1 }, { a: 2 }] }],
    [{ $addFields: { 'l.z': 9 } }],
    [
      {
        _id: 1,
        l: [
          { a: 1, z: 9 },
          { a: 2, z: 9 },
        ],
      },
    ],
  ],
  [
    'lookup in the order of the collection',
    ORDERS.slice(2),
    [
      { $lookup: { from: 'stock', localField: 'item', foreignField: 'sku', as: 'found' } },
      { $project: { 'found._id': 1 } },
    ],
    [{ _id: 3, found: [{ _id: 10 }, { _id: 11 }, { _id: 14 }] }],
  ],
  [
    'lookup into a path',
    ORDERS.slice(1, 2),
    [{ $lookup: { from: 'stock', localField: 'item', foreignField: 'sku', as: 'a.b' } }],
    [{ _id: 2, a: { b: [{ _id: 12, sku: null }, { _id: 13 }] } }],
  ],
  [
    'lookup with a pipeline',
    ORDERS.slice(0, 2),
    [
      {
        $lookup: {
          from: 'stock',
          let: { item: '$item', count: '$count' },
          pipeline: [
            { $match: { $expr: { $and: [{ $eq: ['$sku', '$$item'] }, { $gte: ['$left', '$$count'] }] } } },
            { $project: { _id: 1 } },
          ],
          as: 'found',
        },
      },
      { $project: { found: 1 } },
    ],
    [
      { _id: 1, found: [{ _id: 10 }] },
      { _id: 2, found: [{ _id: 13 }] },
    ],
  ],
  [
    'strings by code point',
    [{ a: '😀' }, { a: '\uffee' }],
    [{ $sort: { a: 1 } }],
    [{ a: '\uffee' }, { a: '😀' }],
  ],
];
