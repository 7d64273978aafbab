import { type CollectionDeclaration, functionsOnly, uniqueOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'alarms',
    rule: functionsOnly,
    indexes: [
      // Those of a state, latest first.
      uniqueOn('state', '-position'),
    ],
  },
];
