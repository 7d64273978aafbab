import { type ErrorCode, type ErrorDetails, Refusal } from '../../../contract/errors';
import type { Platform, Transaction } from '../../../platform';
import type { Actor } from '../actor';
import { recordDeed } from '../record-deed';
import { staffMembers } from '../store';
import { type CodeVerdict, judgeCode } from './one-time-code';
import type { Outcome } from './outcome';

export type EnteredCode = Outcome<{ confirmedUntilMs: number }>;
interface Entry {
  code: string;
  actor: Actor;
}

/**
 * The first code of a new secret puts codes in force. As with `confirmCode`, a wrong one is an outcome to commit, not an
 * error. `ONE_TIME_CODE_NOT_SET` without a secret, `FORBIDDEN` when codes are in force already. Five calls.
 */
export const activateCode = (
  transaction: Transaction,
  platform: Platform,
  { code, actor }: Entry,
): Promise<EnteredCode> => enterCode(transaction, platform, { code, actor, action: 'desk.activateCode' });

/**
 * Confirms risky actions for ten minutes. A wrong code is counted: the transaction has to commit, `settled` throws
 * `ONE_TIME_CODE_WRONG` (`triesLeft`) or `ONE_TIME_CODE_LOCKED` (`lockedUntilMs`). While locked nothing is written.
 */
export const confirmCode = (
  transaction: Transaction,
  platform: Platform,
  { code, actor }: Entry,
): Promise<EnteredCode> => enterCode(transaction, platform, { code, actor, action: 'desk.confirmCode' });

async function enterCode(
  transaction: Transaction,
  platform: Platform,
  { code, actor, action }: Entry & { action: 'desk.activateCode' | 'desk.confirmCode' },
): Promise<EnteredCode> {
  const member = await transaction.get(staffMembers, actor.staffId);
  if (member?.state !== 'active') throw new Refusal('STAFF_RESTING');
  const kept = member.oneTimeCode;
  const isInForce = (kept?.activatedAtMs ?? null) !== null;
  if (!kept || (action === 'desk.confirmCode' && !isInForce)) throw new Refusal('ONE_TIME_CODE_NOT_SET');
  if (action === 'desk.activateCode' && isInForce) throw new Refusal('FORBIDDEN');
  const judged = judgeCode(platform, { staffId: member._id, kept, code, nowMs: platform.nowMs() });
  if (!judged.next) throw new Refusal('ONE_TIME_CODE_LOCKED', detailsOf(judged));
  await transaction.update(staffMembers, member._id, { oneTimeCode: judged.next });
  const refused = refusalOf(judged);
  await recordDeed(transaction, platform, actor, {
    action,
    target: `staff:${member._id}`,
    after: { failures: judged.next.failures },
    ...(refused && { refused: refused.code }),
  });
  return refused ? { refused } : { output: { confirmedUntilMs: judged.next.confirmedUntilMs! } };
}

function refusalOf(judged: CodeVerdict): { code: ErrorCode; details: ErrorDetails } | null {
  if (judged.verdict === 'accepted') return null;
  const code = judged.verdict === 'wrong' ? 'ONE_TIME_CODE_WRONG' : 'ONE_TIME_CODE_LOCKED';
  return { code, details: detailsOf(judged) };
}

const detailsOf = ({ lockedUntilMs, triesLeft }: CodeVerdict): ErrorDetails =>
  lockedUntilMs === null ? { triesLeft, reason: `还可以试 ${triesLeft} 次` } : { lockedUntilMs };
