import type { SentPoint } from './tracks';

/** What this phone has recorded and the server has not acknowledged. */
export interface Unsent {
  trackId: string;
  /** Number of the part that is being sent, or is sent next. */
  number: number;
  /** The part as it was first sent: sent again it has to be the same. */
  part: SentPoint[];
  /** What came since. */
  rest: SentPoint[];
}

/** Begins like other copies: with consent they are all forgotten. */
const STORAGE_KEY = 'copy:track-unsent';

/** Stored after every few positions, so that a phone that breaks down loses seconds. */
export const storeUnsent = (unsent: Unsent): void => wx.setStorageSync(STORAGE_KEY, unsent);

export const forgetUnsent = (): void => wx.removeStorageSync(STORAGE_KEY);

/**
 * What was left of that track; of another one it is worth nothing. The server says how many parts have come: an answer may
 * have been lost where the part was not.
 */
export function unsentOf(trackId: string, segments: number): Unsent {
  const stored = wx.getStorageSync(STORAGE_KEY) as Unsent | '';
  if (stored === '' || stored.trackId !== trackId) return { trackId, number: segments, part: [], rest: [] };
  const isPartThere = stored.number < segments;
  return { ...stored, number: segments, part: isPartThere ? [] : stored.part };
}
