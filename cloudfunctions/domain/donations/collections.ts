import { type CollectionDeclaration, functionsOnly, indexOn, uniqueOn } from '../../platform/deployment';
import { exampleFunds } from './seed';

export const collections: CollectionDeclaration[] = [
  {
    name: 'donation_funds',
    rule: functionsOnly,
    indexes: [
      // Those that are open, in their order.
      indexOn('isOpen', 'place'),
    ],
    seed: exampleFunds.map(fund => ({ ...fund })),
  },
  {
    name: 'donations',
    rule: functionsOnly,
    indexes: [
      // A rider's donations, latest first.
      uniqueOn('uid', '-position'),
      // The job that posts them.
      indexOn('dueAtMs', '_id'),
    ],
  },
];
