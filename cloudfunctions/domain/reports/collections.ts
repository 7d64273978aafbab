import { type CollectionDeclaration, functionsOnly, indexOn, uniqueOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'reports',
    rule: functionsOnly,
    indexes: [
      // A rider's, latest first.
      uniqueOn('uid', '-position'),
      // How many of a month.
      indexOn('uid', 'month'),
      // The console's lists, oldest first.
      indexOn('queue', 'position'),
      // The job that asks WeChat again, and the one that deletes pictures.
      indexOn('checkDueAtMs'),
      indexOn('pictureDueAtMs'),
    ],
  },
  { name: 'report_months', rule: functionsOnly, indexes: [] },
  { name: 'report_uploads', rule: functionsOnly, indexes: [indexOn('dueAtMs'), indexOn('uid')] },
  {
    name: 'report_prints',
    rule: functionsOnly,
    indexes: [
      // Every band of a picture is a key of its own: one question finds all pictures that share one.
      indexOn('bands'),
      indexOn('uid'),
      indexOn('expiresAtMs'),
    ],
  },
  { name: 'report_checks', rule: functionsOnly, indexes: [indexOn('expiresAtMs')] },
];
