import { type CollectionDeclaration, functionsOnly, indexOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'answers',
    rule: functionsOnly,
    indexes: [indexOn('expiresAtMs')],
  },
];
