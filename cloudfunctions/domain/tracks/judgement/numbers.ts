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
  /** People run at 9 to 13 km/h, as fast as an unhurried bicycle, but never faster for long and at an even pace. */
  runningMetresPerSecond: { from: 2.6, to: 3.6, fast: 4.5 },
  runningVariation: 0.12,
  /** The fastest twentieth above this, 38 km/h: riders of road bikes stay below, on free roads motors do not. */
  motorMetresPerSecond: 10.6,
  /** Who is faster than 22 km/h at times and yet as often slow goes with the traffic: bicycles keep near their speed. */
  trafficMetresPerSecond: 6,
  trafficVariation: 0.37,
  trafficToldVariation: 0.32,
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
