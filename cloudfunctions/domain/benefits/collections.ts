import { type CollectionDeclaration, functionsOnly, indexOn, uniqueOn } from '../../platform/deployment';
import { exampleOffers } from './seed';

export const collections: CollectionDeclaration[] = [
  {
    name: 'benefit_offers',
    rule: functionsOnly,
    indexes: [
      // Those that are open, in their order.
      indexOn('isOpen', 'place'),
    ],
    seed: exampleOffers.map(offer => ({ ...offer })),
  },
  {
    name: 'benefits',
    rule: functionsOnly,
    indexes: [
      // A rider's benefits, latest first.
      uniqueOn('uid', '-position'),
      // What a partner has still to give, in the order in which it was ordered.
      indexOn('partnerId', 'state', 'position'),
      // The job that brings back what was not given in time.
      indexOn('dueAtMs', '_id'),
    ],
  },
];
