import type { CollectionDeclaration } from '../../platform/deployment';
import { shenzhenFactorSet } from './seed';

export const collections: CollectionDeclaration[] = [
  {
    name: 'factor_sets',
    rule: { read: false, write: false },
    indexes: [
      {
        // The sets of a city, latest first.
        name: 'city_validFromDay',
        unique: false,
        fields: [
          { field: 'city', direction: 1 },
          { field: 'validFromDay', direction: -1 },
        ],
      },
    ],
    seed: [{ ...shenzhenFactorSet }],
  },
  // Nothing is looked up but by city.
  { name: 'factor_cities', rule: { read: false, write: false }, indexes: [] },
];
