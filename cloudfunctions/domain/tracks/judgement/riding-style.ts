import { trackNumbers } from './numbers';
import type { Pace, Paces } from './paces';
import { changeMs, waitMs } from './starts-and-waits';

/**
 * How somebody rode, apart from how fast. Legs, engines and feet change speed each in their own way: see every field. Null
 * where there is too little of it to tell.
 */
export interface RidingStyle {
  areSpeedsTold: boolean;
  /** Half of the readings while moving are slower. */
  usualMetresPerSecond: number;
  /** The fastest twentieth of them, by the usual speed. */
  topShare: number;
  /** Share of the readings while moving within a fifth of the cruising speed: cyclists keep theirs, traffic does not. */
  cruiseShare: number;
  /** Metres a second squared; a fiftieth of the accelerations over four seconds is stronger. Engines pull harder than legs. */
  pull: number | null;
  /** Usual change of speed within nine seconds on the way, by the cruising speed. */
  haste: number | null;
  /** By how much more it changes within half a minute: pedalling, coasting and rises add up, a runner's stride stays. */
  drift: number | null;
  /** Change of speed over a short time by that over a longer one: low for somebody whose every change takes long. */
  forgetting: number | null;
  /** How long it takes, as a rule, to get under way or to come to a stand. */
  changeMs: number | null;
  /** How long somebody stands, as a rule, before he goes on. */
  waitMs: number | null;
}

/** Fewer say too little. */
const FEWEST_PAIRS = 10;

/** Of a sorted list; zero for none. */
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const sort = (values: readonly number[]): number[] => [...values].sort((left, right) => left - right);

/** Each reading with the earliest one before it that is no further than this, and no nearer than half of it. */
function* pairs(paces: readonly Pace[], apartMs: number): Generator<readonly [Pace, Pace]> {
  let first = 0;
  for (const pace of paces) {
    while (pace.atMs - paces[first]!.atMs > apartMs) first += 1;
    if (pace.atMs - paces[first]!.atMs >= apartMs / 2) yield [paces[first]!, pace];
  }
}

/** Mean square of the changes of speed within that time (a variogram), of pairs that are both at least this fast. */
function meanChange(paces: readonly Pace[], apartMs: number, leastMetresPerSecond = 0): number | null {
  let [sum, count] = [0, 0];
  for (const [before, after] of pairs(paces, apartMs)) {
    if (Math.min(before.metresPerSecond, after.metresPerSecond) < leastMetresPerSecond) continue;
    sum += (after.metresPerSecond - before.metresPerSecond) ** 2;
    count += 1;
  }
  return count < FEWEST_PAIRS ? null : sum / count;
}

function pullOf(paces: readonly Pace[]): number | null {
  const found: number[] = [];
  for (const [before, after] of pairs(paces, trackNumbers.pullMs)) {
    if (Math.max(before.metresPerSecond, after.metresPerSecond) < trackNumbers.movingMetresPerSecond)
      continue;
    found.push(((after.metresPerSecond - before.metresPerSecond) * 1_000) / (after.atMs - before.atMs));
  }
  return found.length < FEWEST_PAIRS ? null : at(sort(found), 0.98);
}

function changesOf({ paces, areTold }: Paces, cruising: number) {
  const { hasteMs, driftMs } = trackNumbers;
  const least = cruising * trackNumbers.onTheWayShare;
  const [haste, later] = [meanChange(paces, hasteMs, least), meanChange(paces, driftMs, least)];
  const lags = trackNumbers[areTold ? 'told' : 'placed'].forgettingMs;
  const [short, long] = [meanChange(paces, lags.short), meanChange(paces, lags.long)];
  return {
    haste: haste === null ? null : Math.sqrt(haste) / cruising,
    drift: haste === null || later === null ? null : Math.sqrt(Math.max(0, later - haste)) / cruising,
    forgetting: short === null || !long ? null : short / long,
  };
}

/** What can be said of how somebody rode. Pure. */
export function ridingStyle(told: Paces): RidingStyle {
  const { areTold, paces } = told;
  const moving = sort(
    paces.map(pace => pace.metresPerSecond).filter(speed => speed > trackNumbers.movingMetresPerSecond),
  );
  const cruising = at(moving, trackNumbers.cruisingShare);
  const usual = at(moving, 0.5);
  const near = moving.filter(speed => Math.abs(speed - cruising) < cruising * 0.2).length;
  return {
    areSpeedsTold: areTold,
    usualMetresPerSecond: usual,
    topShare: usual === 0 ? 0 : at(moving, 0.95) / usual,
    cruiseShare: moving.length === 0 ? 0 : near / moving.length,
    pull: pullOf(paces),
    ...changesOf(told, cruising),
    changeMs: changeMs(paces, cruising),
    waitMs: waitMs(paces),
  };
}
