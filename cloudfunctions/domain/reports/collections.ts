import type { CollectionDeclaration, CollectionIndex } from '../../platform/deployment';

const rule = { read: false, write: false } as const;

const index = (unique: boolean, ...fields: [field: string, direction: 1 | -1][]): CollectionIndex => ({
  name: fields.map(([field]) => field).join('_'),
  unique,
  fields: fields.map(([field, direction]) => ({ field, direction })),
});

export const collections: CollectionDeclaration[] = [
  {
    name: 'reports',
    rule,
    indexes: [
      // A rider's, latest first.
      index(true, ['uid', 1], ['position', -1]),
      // How many of a month.
      index(false, ['uid', 1], ['month', 1]),
      // The console's lists, oldest first.
      index(false, ['queue', 1], ['position', 1]),
      // The job that asks WeChat again, and the one that deletes pictures.
      index(false, ['checkDueAtMs', 1]),
      index(false, ['pictureDueAtMs', 1]),
    ],
  },
  { name: 'report_uploads', rule, indexes: [index(false, ['dueAtMs', 1]), index(false, ['uid', 1])] },
  {
    name: 'report_prints',
    rule,
    indexes: [
      // Every band of a picture is a key of its own: one question finds all pictures that share one.
      index(false, ['bands', 1]),
      index(false, ['uid', 1]),
      index(false, ['expiresAtMs', 1]),
    ],
  },
  { name: 'report_checks', rule, indexes: [index(false, ['expiresAtMs', 1])] },
];
