import type { Random } from '../random';

export interface Phone {
  system: 'ios' | 'android';
  /** What the app asks for; what comes is a little later, or never. */
  intervalSeconds: number;
  delayMs: number;
  lossChance: number;
  /** Some phones give no speed at all, some none while they stand or doubt. */
  speedReports: 'always' | 'moving' | 'never';
  /** Old iPhones know a few radii only, some Android phones whole metres only. */
  accuracySteps: 'ladder' | 'whole' | 'fine';
  /** A filter that keeps the position where it is while the sensors say that nothing moves. */
  holdsStill: boolean;
  /** Nothing new, no report: such phones are silent at red lights. */
  isSilentStill: boolean;
  /** In a pocket or a bag, with a poor antenna: the error of an outstretched hand times this. */
  errorFactor: number;
  saysMock: boolean;
}

/** The commonest rhythm is once a second; savers of batteries wait longer. */
const intervalsSeconds = [1, 1, 1, 2, 2, 3, 3, 5] as const;

export function drawPhone(random: Random): Phone {
  const isIos = random.chance(0.4);
  return {
    system: isIos ? 'ios' : 'android',
    intervalSeconds: random.pick(intervalsSeconds),
    delayMs: isIos ? random.between([8, 40]) : random.between([25, 180]),
    lossChance: random.chance(0.3) ? random.between([0.03, 0.1]) : random.between([0.004, 0.03]),
    speedReports: random.pick(
      isIos ? ['always', 'always', 'moving'] : ['always', 'always', 'moving', 'never'],
    ),
    accuracySteps: isIos ? random.pick(['ladder', 'fine']) : random.pick(['fine', 'fine', 'whole']),
    holdsStill: random.chance(0.5),
    isSilentStill: random.chance(0.1),
    errorFactor: random.between([0.7, 1.4]),
    saysMock: !isIos && random.chance(0.8),
  };
}
