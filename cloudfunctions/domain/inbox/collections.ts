import { type CollectionDeclaration, functionsOnly, indexOn, uniqueOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  {
    name: 'notices',
    rule: functionsOnly,
    indexes: [
      uniqueOn('uid', '-position'),
      // Counting and marking what is unread.
      indexOn('uid', 'readAtMs', 'atMs'),
    ],
  },
];
