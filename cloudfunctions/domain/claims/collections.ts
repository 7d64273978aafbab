import { type CollectionDeclaration, functionsOnly, uniqueOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'scheme_claims',
    rule: functionsOnly,
    indexes: [
      // A rider's declarations, latest first.
      uniqueOn('uid', '-position'),
    ],
  },
];
