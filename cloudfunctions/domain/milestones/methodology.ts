import type { MethodNumber } from '../../contract/rides';
import { milestones } from './milestones';

/** How well each is founded; what the list has more of than this is computed from one of these. */
const derived = new Set(['car-km', 'petrol-litre', 'petrol-tank', 'tree-year', 'hundred-kilowatt-hours']);

const massText = (grams: number): string =>
  grams < 1_000 ? `${grams} 克` : `${(grams / 1_000).toLocaleString('en-US')} 千克`;

/** What grams are compared with, each with its source. */
export const methodologyOf = (): MethodNumber[] =>
  milestones.map(({ key, title, grams, source }) => ({
    key: `milestone-${key}`,
    title,
    rule: '只用来比较，不发积分',
    value: massText(grams),
    source,
    standing: derived.has(key) ? 'derived' : 'secondary',
  }));
