// biome-ignore-all lint/suspicious/noThenProperty: it is the name of the field of MongoDB's own expressions.

export type Case = [expression: unknown, expected: unknown];

export const utc = (text: string) => new Date(text);

/** Results as MongoDB's manual gives them. */
export const AGREED: Case[] = [
  [{ $gte: ['$a', 1] }, true],
  [{ $ne: ['$a', '$missing'] }, true],
  [{ $in: [2, '$arr'] }, true],
  [{ $isoWeek: '$date' }, 1],
  [{ $isoWeekYear: '$date' }, 2026],
  [{ $dayOfWeek: '$date' }, 1],
  [{ $isoDayOfWeek: '$date' }, 7],
  [{ $dayOfYear: '$date' }, 4],
  [{ $millisecond: '$date' }, 456],
  [{ $hour: { date: '$date', timezone: 'Asia/Shanghai' } }, 18],
  [{ $hour: { date: '$date', timezone: '+08:00' } }, 18],
  [
    { $dateToString: { date: '$date', format: '%Y-%m-%d %H:%M:%S:%L', timezone: 'Asia/Shanghai' } },
    '2026-01-04 18:20:30:456',
  ],
  [{ $dateToString: { date: '$date' } }, '2026-01-04T10:20:30.456Z'],
  [{ $dateToString: { date: '$missing', format: '%Y', onNull: 'none' } }, 'none'],
  [{ $dateFromString: { dateString: '15/06/2026', format: '%d/%m/%Y' } }, utc('2026-06-15T00:00:00Z')],
  [{ $substrCP: ['$s', 1, 2] }, '点点'],
  [{ $substrBytes: ['$s', 0, 3] }, '碳'],
  [{ $strLenCP: '$s' }, 6],
  [{ $strLenBytes: '$s' }, 12],
  [{ $split: ['a-b-c', '-'] }, ['a', 'b', 'c']],
  [{ $concat: ['a', '$missing'] }, null],
  [{ $toLower: '$str' }, 'hello world'],
  [{ $strcasecmp: ['a', 'B'] }, -1],
  [{ $add: ['$date', 1000] }, utc('2026-01-04T10:20:31.456Z')],
  [{ $add: [1, '$missing'] }, null],
  [{ $subtract: ['$date', utc('2026-01-04T10:20:30.000Z')] }, 456],
  [{ $multiply: [2, 3] }, 6],
  [{ $divide: [7, 2] }, 3.5],
  [{ $mod: [-7, 3] }, -1],
  [{ $pow: [2, 10] }, 1024],
  [{ $sqrt: 16 }, 4],
  [{ $abs: -3 }, 3],
  [{ $ceil: 1.2 }, 2],
  [{ $floor: -1.2 }, -2],
  [{ $trunc: [1234.5678, 2] }, 1234.56],
  [{ $ln: 1 }, 0],
  [{ $log: [100, 10] }, 2],
  [{ $log10: 1000 }, 3],
  [{ $exp: 0 }, 1],
  [{ $arrayElemAt: ['$arr', -1] }, 3],
  [{ $arrayElemAt: ['$nested.b', 1] }, 2],
  [{ $arrayToObject: { $literal: [{ k: 'x', v: 5 }] } }, { x: 5 }],
  [{ $concatArrays: ['$arr', [4]] }, [1, 2, 3, 4]],
  [{ $filter: { input: '$arr', as: 'n', cond: { $gt: ['$$n', 1] } } }, [2, 3]],
  [{ $indexOfArray: ['$arr', 2] }, 1],
  [{ $isArray: ['$arr'] }, true],
  [{ $map: { input: '$arr', as: 'n', in: { $add: ['$$n', 1] } } }, [2, 3, 4]],
  [{ $range: [0, 10, 3] }, [0, 3, 6, 9]],
  [{ $reduce: { input: '$arr', initialValue: 0, in: { $add: ['$$value', '$$this'] } } }, 6],
  [{ $reverseArray: '$arr' }, [3, 2, 1]],
  [{ $size: '$arr' }, 3],
  [{ $slice: ['$arr', -2, 1] }, [2]],
  [
    { $zip: { inputs: [[1, 2], [3]], useLongestLength: true, defaults: [0, 9] } },
    [
      [1, 3],
      [2, 9],
    ],
  ],
  [{ $and: [1, true, '$str'] }, true],
  [{ $or: [0, null] }, false],
  [{ $not: ['$nul'] }, true],
  [{ $cond: { if: { $gt: ['$a', 0] }, then: 'y', else: 'n' } }, 'y'],
  [{ $ifNull: ['$missing', 'd'] }, 'd'],
  [
    {
      $switch: {
        branches: [
          { case: false, then: 1 },
          { case: '$a', then: 2 },
        ],
        default: 3,
      },
    },
    2,
  ],
  [{ $literal: '$a' }, '$a'],
  [{ $mergeObjects: ['$o', { y: 9, z: 1 }] }, { x: 1, y: 9, z: 1 }],
  [
    { $objectToArray: '$o' },
    [
      { k: 'x', v: 1 },
      { k: 'y', v: 2 },
    ],
  ],
  [{ $allElementsTrue: [[0, 1]] }, false],
  [{ $anyElementTrue: [[0, 1]] }, true],
  [{ $setDifference: [[1, 2, 2], [1]] }, [2]],
  [
    {
      $setEquals: [
        [1, 2, 2],
        [2, 1],
      ],
    },
    true,
  ],
  [
    {
      $setIntersection: [
        [1, 2],
        [2, 3],
      ],
    },
    [2],
  ],
  [{ $setIsSubset: [[1], [1, 2]] }, true],
  [
    {
      $setUnion: [
        [1, 2],
        [2, 3],
      ],
    },
    [1, 2, 3],
  ],
  [{ $let: { vars: { x: 1, y: '$a' }, in: { $add: ['$$x', '$$y'] } } }, 2],
  [{ $sum: '$arr' }, 6],
  [{ $avg: '$arr' }, 2],
  [{ $max: '$arr' }, 3],
  [{ $stdDevPop: [1, 3] }, 1],
  ['$nested.b', [1, 2]],
  [
    { x: '$a', y: [1, '$a'] },
    { x: 1, y: [1, 1] },
  ],
];

/** Results as MongoDB's manual gives them, where mingo gives something else. */
export const DIFFERENT: Case[] = [
  [{ $eq: ['$arr', 2] }, false],
  [{ $eq: ['$nul', '$missing'] }, false],
  [{ $gt: ['$nul', '$missing'] }, true],
  [{ $lt: ['$a', 'x'] }, true],
  [{ $gte: ['$s', 5] }, true],
  [{ $cmp: ['$o', { y: 2, x: 1 }] }, -1],
  [{ $eq: ['$o', { y: 2, x: 1 }] }, false],
  [
    {
      $cmp: [
        [2, 1],
        [1, 9],
      ],
    },
    1,
  ],
  [{ $in: [{ y: 2, x: 1 }, ['$o']] }, false],
  [{ $week: '$date' }, 1],
  [{ $week: utc('2023-01-01T00:00:00Z') }, 1],
  [{ $week: utc('2026-12-31T00:00:00Z') }, 52],
  [{ $year: '$missing' }, null],
  [{ $dateToString: { date: '$date', format: '%w %U %Z %%' } }, '1 01 +000 %'],
  [{ $dateFromParts: { year: 2026, month: 14 } }, utc('2027-02-01T00:00:00Z')],
  [{ $dateFromParts: { isoWeekYear: 2026, isoWeek: 1, isoDayOfWeek: 1 } }, utc('2025-12-29T00:00:00Z')],
  [{ $dateFromParts: { year: '$missing' } }, null],
  [{ $dateFromString: { dateString: '2026-01-02 03:04:05' } }, utc('2026-01-02T03:04:05Z')],
  [{ $substr: ['$str', 6, -1] }, 'World'],
  [{ $substr: ['$str', 6, 100] }, 'World'],
  [{ $substr: ['$str', 20, 3] }, ''],
  [{ $substr: [12345, 1, 2] }, '23'],
  [{ $indexOfCP: ['$s', 'abc'] }, 3],
  [{ $indexOfCP: ['$nul', 'x'] }, null],
  [{ $indexOfCP: ['cafeteria', 'e', 4] }, 5],
  [{ $indexOfCP: ['vanilla', 'll', 0, 2] }, -1],
  [{ $indexOfBytes: ['$s', 'abc'] }, 9],
  [{ $toLower: '$nul' }, ''],
  [{ $trunc: -1.7 }, -1],
  [
    {
      $arrayToObject: [
        [
          ['k', 1],
          ['l', 2],
        ],
      ],
    },
    { k: 1, l: 2 },
  ],
  [{ $indexOfArray: [['a', 'b', 'c'], 'z', 1] }, -1],
  [{ $slice: ['$nul', 1] }, null],
  [{ $mergeObjects: '$o' }, { x: 1, y: 2 }],
  [{ $setUnion: [[1], '$nul'] }, null],
  [{ $sum: '$missing' }, 0],
  [{ $sum: '$a' }, 1],
];
