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
  mostLostShare: 0.2,
  mostLostAtOnceMetres: 1_000,
  /** Speeds are taken over stretches of this length, so that wandering readings make no speed. */
  stretchMs: 10_000,
  /** Slower is standing: a phone that lies still wanders by about as much. */
  movingMetresPerSecond: 0.7,
  /** Half of the moving time below this, 8 km/h, is walking; people walk at 4 to 6 km/h. */
  walkingMetresPerSecond: 2.2,
  /** The fastest twentieth above this, 30 km/h: e-bikes end at 25 km/h (GB 17761-2018), city buses and cars do not. */
  motorMetresPerSecond: 8.3,
  /** A rider's speed changes by a few percent at least from stretch to stretch; what a program draws may not. */
  leastSpeedVariation: 0.04,
  /** How far a reading lies, as a rule, from the middle between those of ten seconds before and after. */
  leastWanderMetres: 0.5,
  /** Readings at the very coordinates of others, minutes apart: the same stretch was played twice. */
  mostRepeatedShare: 0.1,
  /** How far speeds of the phone may be, as a rule, from those of the positions. */
  mostSpeedDifference: 0.5,
} as const;
