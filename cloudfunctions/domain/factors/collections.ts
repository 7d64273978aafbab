import { type CollectionDeclaration, functionsOnly, indexOn } from '../../platform/deployment';
import { shenzhenFactorSet } from './seed';

export const collections: CollectionDeclaration[] = [
  {
    name: 'factor_sets',
    rule: functionsOnly,
    indexes: [
      // The sets of a city, latest first.
      indexOn('city', '-validFromDay'),
    ],
    seed: [{ ...shenzhenFactorSet }],
  },
  // Nothing is looked up but by city.
  { name: 'factor_cities', rule: functionsOnly, indexes: [] },
];
