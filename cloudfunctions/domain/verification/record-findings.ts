import type { Platform } from '../../platform';
import { raiseAlarm } from '../alarms';
import { setPayingOut } from '../ledger';
import { type Finding, findings } from './store';

/** What is wrong in one place is wrong in many, and each costs some ten database calls. */
const MOST_A_STEP = 20;

async function keep(platform: Platform, finding: Finding): Promise<void> {
  const { code, account, key, seq, day } = finding;
  const id = platform.keyedDigest('ledger-finding', JSON.stringify([code, account, key, seq, day]));
  const nowMs = platform.nowMs();
  await platform.database.transact(async transaction => {
    const known = await transaction.get(findings, id);
    // Seen twice in one instant: to write what is there already would be no write, reported as a missing document.
    if (known?.isPresent && known.seenAtMs === nowMs) return;
    if (known) return transaction.update(findings, id, { seenAtMs: nowMs, isPresent: true });
    const kept = { _id: id, ...finding, foundAtMs: nowMs, seenAtMs: nowMs, isPresent: true };
    return transaction.add(findings, kept);
  });
}

/**
 * Stops paying out, writes down what is wrong and raises an alarm for each, the first twenty; whoever comes again finds
 * the others. In this order: whatever happens in between, nothing is paid by a ledger that is known to be wrong.
 */
export async function recordFindings(platform: Platform, found: readonly Finding[]): Promise<void> {
  if (found.length === 0) return;
  await setPayingOut(platform, false, 'ledger-finding');
  for (const finding of found.slice(0, MOST_A_STEP)) {
    await keep(platform, finding);
    const { key, account, day, code, seq, problem } = finding;
    await raiseAlarm(platform, {
      kind: 'ledger-finding',
      subject: key ?? account ?? day ?? code,
      details: { code, account, key, seq, day, problem },
    });
  }
}

/** Findings that were last seen before an instant are no more. One database call. */
export const forgetFindings = (platform: Platform, beforeMs: number): Promise<number> =>
  platform.database.updateWhere(
    findings,
    { isPresent: true, seenAtMs: { below: beforeMs } },
    { isPresent: false },
  );
