import { type CollectionDeclaration, functionsOnly, indexOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'personal_exports',
    rule: functionsOnly,
    indexes: [
      // A rider's latest.
      indexOn('uid', '-requestedAtMs'),
      // The job goes on with what was cut off.
      indexOn('state', 'retryFromMs'),
      // The job removes what is over.
      indexOn('expiresAtMs'),
    ],
  },
];
