import { Refusal } from '../../../contract/errors';
import type { Platform, Transaction } from '../../../platform';
import type { Actor } from '../actor';
import { recordDeed } from '../record-deed';
import { staffMembers } from '../store';
import { newSecretBox, shownSecret } from './one-time-code';

/** The secret closed: what may be stored as an answer. `showCode` opens it for the person. */
export interface BegunCode {
  staffId: string;
  secretBox: string;
}

/**
 * A new secret, not in force before a code of it was entered; an earlier one that was never used is replaced.
 * `FORBIDDEN` while codes are in force: a lost authenticator is reset by others. Five calls.
 */
export async function beginCode(
  transaction: Transaction,
  platform: Platform,
  { actor }: { actor: Actor },
): Promise<BegunCode> {
  const member = await transaction.get(staffMembers, actor.staffId);
  if (member?.state !== 'active') throw new Refusal('STAFF_RESTING');
  if (member.oneTimeCode && member.oneTimeCode.activatedAtMs !== null) throw new Refusal('FORBIDDEN');
  const secretBox = newSecretBox(platform, member._id);
  await transaction.update(staffMembers, member._id, {
    oneTimeCode: {
      secretBox,
      activatedAtMs: null,
      lastStep: 0,
      failures: 0,
      lockedUntilMs: null,
      confirmedUntilMs: null,
    },
  });
  await recordDeed(transaction, platform, actor, {
    action: 'desk.beginCode',
    target: `staff:${member._id}`,
  });
  return { staffId: member._id, secretBox };
}

/** What the person puts into the authenticator. No call. */
export const showCode = (
  platform: Platform,
  { staffId, secretBox }: BegunCode,
): { secret: string; uri: string; picture: string } => shownSecret(platform, staffId, secretBox);
