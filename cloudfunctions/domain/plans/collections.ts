import { type CollectionDeclaration, functionsOnly, indexOn, uniqueOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'plans',
    rule: functionsOnly,
    indexes: [
      // A rider's plans, latest first.
      uniqueOn('uid', '-position'),
      // Those that the job looks at next.
      indexOn('lookAtMs', '_id'),
      indexOn('expiresAtMs'),
    ],
  },
  {
    name: 'plan_weeks',
    rule: functionsOnly,
    indexes: [
      // A week's riders, for the summary.
      indexOn('week', '_id'),
      indexOn('expiresAtMs'),
    ],
  },
  { name: 'favourite_places', rule: functionsOnly, indexes: [] },
];
