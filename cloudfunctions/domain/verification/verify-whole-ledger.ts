import type { Platform } from '../../platform';
import type { Job } from '../jobs';
import { lastTotals } from './read-verification';
import { forgetFindings, recordFindings } from './record-findings';
import { verificationState } from './store';
import { walkAccounts } from './walk-accounts';
import { type SealPlace, walkSeals } from './walk-seals';

const STEP_MS = 5_000;

/** Every document is read once in such a time, or as often as there is time for. */
const EVERY_MS = 6 * 3_600_000;

/** Longer than between two tries of a sealed day that is wrong: what those find does not come and go. */
const SEEN_MS = 15 * 60_000;

/** Where the walk is; kept as text between steps. */
interface Walk {
  startedAtMs: number;
  entries: number;
  seals: SealPlace | null;
  /** Of the last account that was looked at; null while the walk is at the seals. */
  afterAccount: string | null;
}

async function walkOn(platform: Platform, walk: Walk): Promise<Walk | null> {
  if (walk.afterAccount === null) {
    const { entries, findings, next } = await walkSeals(platform, walk.seals);
    await recordFindings(platform, findings);
    const walked = { ...walk, entries: walk.entries + entries, seals: next };
    return next ? walked : { ...walked, afterAccount: '' };
  }
  const checked = await lastTotals(platform);
  const { findings, next } = await walkAccounts(platform, walk.afterAccount, checked?._id ?? null);
  await recordFindings(platform, findings);
  return next === null ? null : { ...walk, afterAccount: next };
}

/** Everything has been looked at: what was not found any more is forgotten. Paying out goes on only by people. */
async function finish(platform: Platform, { startedAtMs, entries }: Walk): Promise<void> {
  await forgetFindings(platform, startedAtMs - SEEN_MS);
  const state = { wholeAtMs: platform.nowMs(), wholeEntries: entries };
  await platform.database.transact(async transaction => {
    const known = await transaction.get(verificationState, 'state');
    if (known) await transaction.update(verificationState, 'state', state);
    else await transaction.add(verificationState, { _id: 'state', ...state });
  });
  platform.log('verification.walked', { entries });
}

/**
 * Walks through the whole ledger again and again: every sealed entry as it is now against its hash and its leaf, every
 * seal against its leaves and the one before, and every account's document against its entries. The cursor says where.
 */
export const verifyWholeLedger: Job = {
  name: 'verify-whole-ledger',
  everyMs: EVERY_MS,
  async step(platform, { cursor, deadlineMs }) {
    const nowMs = platform.nowMs();
    const untilMs = Math.min(deadlineMs, nowMs + STEP_MS);
    let walk: Walk =
      cursor === null
        ? { startedAtMs: nowMs, entries: 0, seals: null, afterAccount: null }
        : (JSON.parse(cursor) as Walk);
    do {
      const next = await walkOn(platform, walk);
      if (next === null) {
        await finish(platform, walk);
        return { cursor: null };
      }
      walk = next;
    } while (platform.nowMs() < untilMs);
    return { cursor: JSON.stringify(walk) };
  },
};
