import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { countOpenAlarms } from '../alarms';
import { readVerification, type Verification } from '../verification';

/**
 * Riders do not spend by a ledger that is known to be wrong, nor while nobody has looked at an alarm. Answers what the
 * checks have seen last. Error: `LEDGER_UNSOLVED` with `findings` and `openAlarms`. Five database calls side by side.
 */
export async function requireSolved(platform: Platform): Promise<Verification> {
  const [verification, openAlarms] = await Promise.all([
    readVerification(platform),
    countOpenAlarms(platform),
  ]);
  const { findingCount: findings } = verification;
  if (findings === 0 && openAlarms === 0) return verification;
  const reason = `最近核对仍有 ${findings} 处问题，未处理告警 ${openAlarms} 条`;
  throw new Refusal('LEDGER_UNSOLVED', { findings, openAlarms, reason });
}
