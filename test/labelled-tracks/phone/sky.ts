import type { Random, Range } from '../random';

/** How much of the sky a place sees. */
export interface Sky {
  /** The typical error in each direction under the open sky. */
  openMetres: Range;
  canyonChance: number;
  canyonMetres: Range;
}

export const parkSky: Sky = { openMetres: [1.4, 2.6], canyonChance: 0.04, canyonMetres: [4, 8] };
export const quarterSky: Sky = { openMetres: [1.8, 4], canyonChance: 0.25, canyonMetres: [6, 13] };
export const downtownSky: Sky = { openMetres: [2.5, 5], canyonChance: 0.5, canyonMetres: [7, 17] };

const openStretchMetres: Range = [150, 900];
const canyonStretchMetres: Range = [60, 350];

/** @returns the typical error at a distance along the way, to be asked from its begin to its end */
export function errorAlong(sky: Sky, lengthMetres: number, random: Random): (metres: number) => number {
  const open = random.between(sky.openMetres);
  const stretches: { untilMetres: number; errorMetres: number }[] = [];
  let until = 0;
  while (until <= lengthMetres) {
    const isCanyon = random.chance(sky.canyonChance);
    until += random.between(isCanyon ? canyonStretchMetres : openStretchMetres);
    const errorMetres = isCanyon ? random.between(sky.canyonMetres) : open * random.between([0.8, 1.3]);
    stretches.push({ untilMetres: until, errorMetres });
  }
  let index = 0;
  // Whoever asks goes forward, so that no search from the begin is needed.
  return metres => {
    while (index < stretches.length - 1 && metres >= stretches[index]!.untilMetres) index += 1;
    return stretches[index]!.errorMetres;
  };
}
