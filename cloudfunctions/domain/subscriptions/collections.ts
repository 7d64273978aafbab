import { type CollectionDeclaration, functionsOnly, indexOn, uniqueOn } from '../../platform/deployment';

export const collections: CollectionDeclaration[] = [
  { name: 'message_consents', rule: functionsOnly, indexes: [] },
  {
    name: 'queued_messages',
    rule: functionsOnly,
    indexes: [
      // Messages to be sent.
      indexOn('dueAtMs'),
      // A rider's messages, for the export.
      uniqueOn('uid', 'position'),
      // Those that are forgotten.
      indexOn('expiresAtMs'),
    ],
  },
];
