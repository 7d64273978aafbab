import type { Platform } from '../../platform';
import type { Job } from '../jobs';
import { chunksIn, listSeals, type Seal } from '../seals';
import { checkDayPart, removeParts, sealFinding } from './check-day-part';
import { sealProblem } from './check-seal';
import { finishDay } from './finish-day';
import { lastTotals } from './read-verification';
import { recordFindings } from './record-findings';
import type { Totals } from './store';

/** Little enough that a step ends well within a function's time. */
const STEP_MS = 5_000;

/** Soon after the seal, which has the same length of window. */
const EVERY_MS = 10 * 60_000;

interface Place {
  day: string;
  /** Of the next chunk. */
  number: number;
  /** Whether everything of the day has been sound up to here. */
  isSound: boolean;
}

const textOf = ({ day, number, isSound }: Place): string => `${day} ${number} ${isSound ? 'sound' : 'wrong'}`;

function placeIn(text: string): Place {
  const [day = '', number = '', state] = text.split(' ');
  return { day, number: Number(number), isSound: state === 'sound' };
}

/** The seal to check: that of the place, else the first one after the last day that was finished. */
async function dueSeal(platform: Platform, last: Totals | null): Promise<Seal | null> {
  const { seals } = await listSeals(platform, 'ledger', { afterDay: last?._id ?? '' }, 1);
  return seals[0] ?? null;
}

/** Checks the day's chunks from a place on, until all are done or the time is over. */
async function goOn(platform: Platform, seal: Seal, place: Place, untilMs: number): Promise<Place> {
  const count = chunksIn(seal);
  let { number, isSound } = place;
  while (number < count) {
    const found = await checkDayPart(platform, seal.day, number);
    await recordFindings(platform, found ?? []);
    isSound = isSound && found !== null && found.length === 0;
    number += 1;
    if (platform.nowMs() >= untilMs) break;
  }
  return { day: seal.day, number, isSound };
}

/** The seal by itself, then everything in it. Answers where to go on; null when there is nothing, or something is wrong. */
async function verify(platform: Platform, cursor: string | null, untilMs: number): Promise<string | null> {
  const before = await lastTotals(platform);
  const seal = await dueSeal(platform, before);
  if (seal === null) return null;
  const start = { day: seal.day, number: 0, isSound: true };
  const kept = cursor === null ? start : placeIn(cursor);
  const place = kept.day === seal.day ? kept : start;
  if (place.number === 0) {
    const wrong = await sealProblem(platform, seal, before && { day: before._id, root: before.root });
    if (wrong !== null) {
      await recordFindings(platform, [sealFinding(seal.day, wrong)]);
      return null;
    }
  }
  const reached = await goOn(platform, seal, place, untilMs);
  if (reached.number < chunksIn(seal)) return textOf(reached);
  const found = reached.isSound ? await finishDay(platform, seal, before) : [];
  await recordFindings(platform, found);
  if (!reached.isSound || found.length > 0) {
    await removeParts(platform, seal.day);
    return null;
  }
  platform.log('verification.checked', { day: seal.day });
  return textOf({ day: seal.day, number: chunksIn(seal), isSound: true });
}

/**
 * Checks each sealed day once, in order: entries against leaves and trips, accounts by replay up to the day's heads, and
 * the sums of all of it. A day that is wrong is tried again in each window until it is sound, and no later one before.
 */
export const verifySealedDays: Job = {
  name: 'verify-sealed-days',
  everyMs: EVERY_MS,
  async step(platform, { cursor, deadlineMs }) {
    const untilMs = Math.min(deadlineMs, platform.nowMs() + STEP_MS);
    return { cursor: await verify(platform, cursor, untilMs) };
  },
};
