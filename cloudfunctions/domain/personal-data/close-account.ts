import type { Platform } from '../../platform';
import { unbindWithdrawn } from '../bindings';
import type { Job } from '../jobs';
import { closeUser, userAccount } from '../ledger';
import { currentParameters } from '../parameters';
import type { PersonalPart } from '../personal-parts';
import { beginClosing, finishClosing, recordCardsGone, ridersDueForClosing } from '../riders';

const RIDERS_A_STEP = 20;

/**
 * Longer than any function may run (60 s): a call that began while the rider still had a card, or the phone still led to
 * the account, has ended by then, and nothing that it wrote is missed.
 */
export const QUIET_MS = 120_000;

/** The last entry, exactly once; nothing when there is nothing left to book. */
async function closeLedger(platform: Platform, uid: string): Promise<void> {
  const { version } = await currentParameters(platform);
  await closeUser(platform, userAccount(uid), {
    parametersVersion: version,
    nowMs: platform.nowMs(),
    answer: () => ({ closed: true }),
  });
}

/**
 * Takes the closing of one account as far as it goes now. Each step may be cut off and run again, or run at two places at
 * once. Nothing happens where the rider has called it off meanwhile.
 */
async function closeAccount(
  platform: Platform,
  uid: string,
  parts: readonly PersonalPart[],
  deadlineMs: number,
): Promise<void> {
  const begun = await beginClosing(platform, uid);
  if (!begun) return;
  await unbindWithdrawn(platform, uid);
  const cardsGoneAtMs = begun.cardsGoneAtMs ?? (await recordCardsGone(platform, uid));
  if (cardsGoneAtMs === null || platform.nowMs() < cardsGoneAtMs + QUIET_MS) return;
  await closeLedger(platform, uid);
  for (const part of parts) {
    if (part.forget && !(await part.forget(platform, uid, deadlineMs))) return;
  }
  await finishClosing(platform, uid);
}

/** One that cannot be closed holds up nobody else; the next run tries it again. */
async function handle(platform: Platform, uid: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    platform.log('personal-data.closing-failed', { uid, problem: String(error) });
  }
}

/** Closes accounts whose thirty days are over. The cursor is the last rider's id; what waits is found by the next run. */
export const closeDueAccounts = (parts: readonly PersonalPart[]): Job => ({
  name: 'close-due-accounts',
  everyMs: 5 * 60_000,
  async step(platform, { cursor, deadlineMs }) {
    const uids = await ridersDueForClosing(platform, { cursor, limit: RIDERS_A_STEP });
    let done = cursor;
    for (const uid of uids) {
      if (platform.nowMs() >= deadlineMs) return { cursor: done };
      await handle(platform, uid, () => closeAccount(platform, uid, parts, deadlineMs));
      done = uid;
    }
    return { cursor: uids.length === RIDERS_A_STEP ? done : null };
  },
});
