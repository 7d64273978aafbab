import type { Journey } from '../motion/journey';
import type { GapHabits } from '../phone/gaps';
import type { Sky } from '../phone/sky';
import type { Random, Range } from '../random';
import type { Label } from '../track';

/** One way of getting about, of which several tracks are drawn. */
export interface Kind {
  label: Exclude<Label, 'fake'>;
  why: string;
  count: number;
  lengthMetres: Range;
  /** Over the whole trip with all its stops; a trip that turns out otherwise is drawn again. */
  meanKilometresPerHour: Range;
  peakKilometresPerHour: Range;
  skies: readonly Sky[];
  gaps: GapHabits;
  plan: (random: Random, lengthMetres: number) => Journey;
}

export const usualGaps: GapHabits = { asleepChance: 0.25, tunnelChance: 0.12 };
export const openAirGaps: GapHabits = { asleepChance: 0.3, tunnelChance: 0 };
