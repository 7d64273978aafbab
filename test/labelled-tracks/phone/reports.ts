import type { Random } from '../random';
import type { Phone } from './phone';

/** Taken out of the global once: in the sandbox of the tests every look at a global is slow. */
const { exp, max, min, round } = Math;

const BEST_ACCURACY_METRES = 3;
const WORST_ACCURACY_METRES = 40;
const ladderMetres = [5, 10, 16, 24, 32, 40] as const;
/** Two thirds of all fixes lie within one and a half deviations of either direction; leaps need a little more. */
const RADIUS_PER_DEVIATION = 1.65;
const STILL_METRES_PER_SECOND = 0.3;

/** What the phone says of its error: about the truth, in the steps that its system knows. */
export function reportedAccuracy(typicalMetres: number, phone: Phone, random: Random): number {
  const guessed = RADIUS_PER_DEVIATION * typicalMetres * exp(random.normal(0.12));
  const metres = min(WORST_ACCURACY_METRES, max(BEST_ACCURACY_METRES, guessed));
  if (phone.accuracySteps === 'whole') return round(metres);
  if (phone.accuracySteps === 'fine') return round(metres * 1000) / 1000;
  return ladderMetres.find(step => step >= metres) ?? WORST_ACCURACY_METRES;
}

/** Speed comes from the Doppler shift, so that it is much better than the difference of two positions. */
export function reportedSpeed(
  trueSpeed: number,
  typicalMetres: number,
  phone: Phone,
  random: Random,
): number | null {
  const measured = max(0, trueSpeed + random.normal(0.12 + 0.025 * typicalMetres));
  const isStill = trueSpeed < STILL_METRES_PER_SECOND;
  if (phone.speedReports === 'never') return null;
  // iOS says -1 where it knows nothing, which the app hands on as null.
  if (phone.speedReports === 'moving' && (isStill || typicalMetres > 12)) return null;
  if (isStill && (phone.holdsStill || measured < STILL_METRES_PER_SECOND)) return 0;
  return round(measured * 100) / 100;
}
