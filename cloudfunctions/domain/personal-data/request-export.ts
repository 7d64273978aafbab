import type { Platform } from '../../platform';
import { DAY_MS } from '../../platform/beijing-time';
import { answerOnce, type RequestKey } from '../answers';
import { type Permit, recordUse } from '../rate-limits';
import { personalExports } from './store';

/** A link that somebody else finds is of use for a day at most. */
export const EXPORT_KEPT_MS = DAY_MS;

/** Longer than a call may take, so that the job takes over only what was cut off. */
export const RETRY_AFTER_MS = 90_000;

/** Each reads everything about a rider. */
export const exportPermit = (uid: string): Permit => ({
  scope: 'personal-export',
  key: uid,
  limit: 3,
  windowMs: DAY_MS,
});

/**
 * Notes that a rider wants everything as files; making them is for `makeExport`. `RATE_LIMITED` beyond three a day.
 * Six database calls.
 */
export function requestExport(
  platform: Platform,
  { uid, request }: { uid: string; request: RequestKey },
): Promise<{ exportId: string }> {
  return answerOnce(platform, request, async transaction => {
    const nowMs = platform.nowMs();
    await recordUse(transaction, exportPermit(uid), nowMs);
    const exportId = platform.randomId();
    await transaction.add(personalExports, {
      _id: exportId,
      uid,
      state: 'making',
      requestedAtMs: nowMs,
      retryFromMs: nowMs + RETRY_AFTER_MS,
      readyAtMs: null,
      expiresAtMs: nowMs + EXPORT_KEPT_MS,
      files: [],
    });
    return { exportId };
  });
}
