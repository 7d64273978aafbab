import type { Random, Range } from '../random';
import type { Place } from './route';

/** Taken out of the global once: in the sandbox of the tests every look at a global is slow. */
const { sin, PI } = Math;

interface Wave {
  amplitudeMetres: number;
  lengthMetres: number;
  phase: number;
}

const wave = (amplitudeMetres: Range, lengthMetres: Range, random: Random): Wave => ({
  amplitudeMetres: random.between(amplitudeMetres),
  lengthMetres: random.between(lengthMetres),
  phase: random.between([0, 2 * PI]),
});

const offsetMetres = (waves: readonly Wave[], metres: number): number =>
  waves.reduce(
    (sum, { amplitudeMetres, lengthMetres, phase }) =>
      sum + amplitudeMetres * sin((2 * PI * metres) / lengthMetres + phase),
    0,
  );

/** Bends the whole plane: long waves are streets that curve, short ones the weaving around parked cars and people. */
export function bendingOf(random: Random, weaveMetres: Range): (place: Place) => Place {
  const wavesOf = (): Wave[] => [
    wave([5, 18], [500, 1200], random),
    wave([1, 4], [180, 400], random),
    wave(weaveMetres, [50, 130], random),
  ];
  const eastWaves = wavesOf();
  const northWaves = wavesOf();
  return ({ eastMetres, northMetres }) => ({
    eastMetres: eastMetres + offsetMetres(eastWaves, northMetres),
    northMetres: northMetres + offsetMetres(northWaves, eastMetres),
  });
}

/** Hills along the way; @returns the grade at a distance from its begin */
export function hillsOf(random: Random, steepness: number): (metres: number) => number {
  const waves = [0.6, 0.4, 0.25].map(share => wave([0, share * 2 * steepness], [250, 1500], random));
  return metres => offsetMetres(waves, metres);
}
