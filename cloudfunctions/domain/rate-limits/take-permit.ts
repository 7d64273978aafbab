import { Refusal } from '../../contract/errors';
import { type Database, Increment, isDatabaseError, type Platform } from '../../platform';
import { rateWindows } from './store';

export interface Rate {
  /** At most this many … */
  limit: number;
  /** … in each window of this length; windows begin at multiples of it. */
  windowMs: number;
}

export interface Permit extends Rate {
  /** What is limited, e.g. a procedure's name. */
  scope: string;
  /** For whom. Never an openid or an address as such: a keyed digest. */
  key: string;
}

const windowStartMs = (nowMs: number, windowMs: number): number => nowMs - (nowMs % windowMs);

/** Windows that this process knows to be open, so that it need not try to open them; a hint only, hence the bound. */
const openedFor = new WeakMap<Database, Set<string>>();
const WINDOWS_REMEMBERED = 1_000;

function windowsOf(database: Database): Set<string> {
  const opened = openedFor.get(database);
  if (opened && opened.size < WINDOWS_REMEMBERED) return opened;
  const empty = new Set<string>();
  openedFor.set(database, empty);
  return empty;
}

/** Opens the window with this use in it; false when somebody has opened it already. */
async function openWindow(platform: Platform, id: string, expiresAtMs: number): Promise<boolean> {
  try {
    await platform.database.add(rateWindows, { _id: id, count: 1, expiresAtMs });
    return true;
  } catch (error) {
    if (!isDatabaseError(error, 'duplicate')) throw error;
    return false;
  } finally {
    windowsOf(platform.database).add(id);
  }
}

/**
 * Counts one use or refuses it with `RATE_LIMITED` and `retryAfterMs`. The condition and the count are one operation,
 * so callers at the same time never get more than `limit`. One database call; two for a process's first use of a
 * window that another one has opened.
 */
export async function takePermit(platform: Platform, permit: Permit): Promise<void> {
  const nowMs = platform.nowMs();
  const endsAtMs = windowStartMs(nowMs, permit.windowMs) + permit.windowMs;
  const id = `${permit.scope}:${permit.key}:${endsAtMs - permit.windowMs}`;
  const isOpen = windowsOf(platform.database).has(id);
  if (!isOpen && (await openWindow(platform, id, endsAtMs))) return;
  if (await countOneMore(platform, id, permit.limit)) return;
  throw new Refusal('RATE_LIMITED', { retryAfterMs: endsAtMs - nowMs });
}

/**
 * Gives a permit back that turned out not to be needed. Where its window is over by now nothing happens; the window
 * that follows has not counted it.
 */
export async function returnPermit(platform: Platform, permit: Permit): Promise<void> {
  const startMs = windowStartMs(platform.nowMs(), permit.windowMs);
  const where = { _id: `${permit.scope}:${permit.key}:${startMs}`, count: { above: 0 } };
  await platform.database.updateWhere(rateWindows, where, { count: new Increment(-1) });
}

async function countOneMore(platform: Platform, id: string, limit: number): Promise<boolean> {
  const where = { _id: id, count: { below: limit } };
  return (await platform.database.updateWhere(rateWindows, where, { count: new Increment(1) })) === 1;
}
