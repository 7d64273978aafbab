/**
 * What a track is judged by. None of it is a law: where no source is named the number is our own judgement, and riders
 * see it as such on the methodology page.
 */
export const trackNumbers = {
  /** Shorter is a walk across the yard; longer is no trip within a city. */
  shortestMetres: 300,
  longestMetres: 60_000,
  /** As for signed rides. */
  longestMs: 4 * 3_600_000,
  /** Somebody who comes back to where he started has replaced no trip from one place to another. */
  leastApartMetres: 150,
  fewestPoints: 12,
  /** A reading that is less sure than this is left out; a track of which most is left out says too little. */
  worstAccuracyMetres: 80,
  leastUsableShare: 0.5,
  /** Nothing that is ridden gets there: 150 km/h, beyond what both readings may be wrong by. */
  teleportMetresPerSecond: 42,
  /** No reading for longer than this is a gap, and a rest where nobody went on meanwhile. */
  gapMs: 60_000,
  restMetres: 100,
  /** What is missing pays nothing; a track of which more is missing than half says too little. */
  mostLostShare: 0.5,
  mostLostAtOnceMetres: 1_000,
  /** Speeds are taken over stretches of this length, so that wandering readings make no speed. */
  stretchMs: 10_000,
  /** Slower is standing: a phone that lies still wanders by about as much. */
  movingMetresPerSecond: 0.7,
  /** Half of the moving time below this, 7.2 km/h, is walking; people walk at 4 to 6.5 km/h. */
  walkingMetresPerSecond: 2,
  /** The fastest twentieth above this, 38 km/h: riders of road bikes stay below, on free roads motors do not. */
  motorMetresPerSecond: 10.6,
  /** A fifth of the time on the way is faster than cruising; slower than six tenths of that is stopping or starting. */
  cruisingShare: 0.8,
  onTheWayShare: 0.6,
  /** Over these times changes of speed are taken; see `riding-style.ts`. */
  pullMs: 5_600,
  hasteMs: 9_000,
  driftMs: 34_000,
  /** People run at about 10 to 12 km/h, as fast as an unhurried bicycle, but more steadily. */
  runningMetresPerSecond: { from: 2.7, to: 3.4 },
  runningDrift: 0.07,
  /** Where the phone gives no speeds its places are too unsure for that: so little is the fastest twentieth above the usual. */
  runningTopShare: 1.25,
  /** Below this, 19 km/h at the fastest, a jam cannot be told from a bicycle, and is slower than one. */
  trafficMetresPerSecond: 5.4,
  /** Who waits longer than this as a rule does not wait at lights alone: half of the waits at one are shorter than half its red. */
  usualWaitMs: 48_000,
  slowForgetting: 0.2,
  /** From a fifth of the cruising speed to seven tenths of it. */
  changeShares: { from: 0.2, to: 0.7 },
  /**
   * By the phone's own speeds, and by its places where it gives none: these smear what is short. Everyday cyclists pull
   * away at 0.23 m/s² on the mean (Parkin and Rotheram 2010, Transport Policy 17); that a fiftieth of the time it is not
   * more than 0.6, and more in a car, is our own judgement.
   */
  told: {
    trafficCruiseShare: 0.66,
    trafficPull: 0.6,
    trafficHaste: 0.2,
    slowChangeMs: 6_500,
    forgettingMs: { short: 7_000, long: 22_000 },
  },
  placed: {
    trafficCruiseShare: 0.48,
    trafficPull: 0.45,
    trafficHaste: 0.17,
    slowChangeMs: 11_000,
    forgettingMs: { short: 12_000, long: 42_000 },
  },
  /** A rider's speed changes by a tenth and more on the way, at lights, corners and rises; what a program draws may not. */
  leastSpeedVariation: 0.1,
  /** By the phone's own speeds, which tell less of what wanders. */
  leastToldVariation: 0.095,
  /** From one reading to the next, as a rule, by the speed. */
  leastStepChange: 0.03,
  /** How far a reading lies, as a rule, from the middle between its neighbours. */
  leastWanderMetres: 0.12,
  /** Phones are late by some milliseconds, now more and now less. */
  mostEvenTimesShare: 0.9,
  /** Readings at the very coordinates of others, minutes apart: the same stretch was played twice. */
  mostRepeatedShare: 0.1,
  /** How far speeds of the phone may be, as a rule, from those of the positions. */
  mostSpeedDifference: 0.5,
} as const;
