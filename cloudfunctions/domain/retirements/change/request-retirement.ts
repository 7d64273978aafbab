import { Refusal } from '../../../contract/errors';
import { unchanged } from '../../../contract/staff/shapes';
import type { Platform, Transaction } from '../../../platform';
import { requestApproval } from '../../approvals';
import { thousands } from '../../books';
import { findAllSets } from '../../factors/import';
import { partsOfOrigin, payingOutWithin, readPoolWithin } from '../../ledger';
import { countAgreeing, fewerLine } from '../../staff';
import type { Certificate } from '../certificate';
import { poolsRetirementKind } from './retirement-kind';

export interface RetirementRequest extends Certificate {
  origin: string;
  amount: number;
  requesterId: string;
  reason: string;
}

async function refuseStopped(platform: Platform): Promise<void> {
  const { payingOut, sinceMs } = await payingOutWithin(platform.database);
  if (!payingOut) throw new Refusal('PAYING_OUT_STOPPED', { sinceMs });
}

/** The pool as riders and staff read it, with the month of travel. One database call. */
async function poolName(platform: Platform, origin: string): Promise<string> {
  const { setId, vintage } = partsOfOrigin(origin);
  const set = (await findAllSets(platform)).find(({ _id }) => _id === setId);
  return `${set?.name ?? setId}，${vintage} 的出行`;
}

/**
 * Asks for grams of a pool to be retired. Errors: `NOT_FOUND` for no such pool, `INVALID_INPUT` for more than is in it,
 * `PAYING_OUT_STOPPED`, `PENDING_ALREADY`. Four database calls and those of asking for an approval.
 */
export async function requestRetirement(
  transaction: Transaction,
  platform: Platform,
  { origin, amount, beneficiary, purpose, requesterId, reason }: RetirementRequest,
): Promise<{ approvalId: string }> {
  await refuseStopped(platform);
  const [counts, name, agreeing] = await Promise.all([
    readPoolWithin(platform.database, origin),
    poolName(platform, origin),
    countAgreeing(platform.database, { involved: [requesterId], nowMs: platform.nowMs() }),
  ]);
  if (counts === null) throw new Refusal('NOT_FOUND', { field: 'origin' });
  const { issued, left } = counts;
  const rest = issued - left;
  if (amount > rest) {
    throw new Refusal('INVALID_INPUT', { field: 'amount', reason: `碳池里还有 ${thousands(rest)} 克` });
  }
  return requestApproval(transaction, platform, poolsRetirementKind, {
    payload: { origin, amount, beneficiary, purpose, leftBefore: left, agreeing },
    requesterId,
    reason,
    differences: [
      unchanged('碳池', name),
      unchanged('注销的编号', `第 ${thousands(left + 1)}–${thousands(left + amount)} 号`),
      unchanged('受益方（公开）', beneficiary),
      unchanged('用途（公开）', purpose),
      { label: '碳池余量', before: `${thousands(rest)} 克`, after: `${thousands(rest - amount)} 克` },
      ...fewerLine(agreeing),
    ],
  });
}
