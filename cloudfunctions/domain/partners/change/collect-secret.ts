import { Refusal } from '../../../contract/errors';
import type { Platform, Transaction } from '../../../platform';
import { DAY_MS } from '../../../platform/beijing-time';
import { open } from '../secrets';
import { type LiveSecret, type NewSecret, type PartnerDocument, partners } from '../store';

/** Time for the partner to change over. */
export const OLD_SECRET_VALID_MS = 7 * DAY_MS;

/** What is stored as the answer: the secret is still closed; `showSecret` opens it. */
export interface CollectedSecret {
  partnerId: string;
  box: string;
  ending: string;
  oldEndsAtMs: number | null;
}

/** Those that are good keep their end, or get one. */
const endingSecrets = (secrets: readonly LiveSecret[], nowMs: number): LiveSecret[] =>
  secrets
    .filter(({ endsAtMs }) => endsAtMs === null || nowMs < endsAtMs)
    .map(secret => ({ ...secret, endsAtMs: secret.endsAtMs ?? nowMs + OLD_SECRET_VALID_MS }));

const isFor = (newSecret: NewSecret | null, requesterId: string, nowMs: number): newSecret is NewSecret =>
  newSecret !== null && newSecret.requesterId === requesterId && nowMs < newSecret.collectByMs;

/** Whether a secret waits for this member. */
export const mayCollect = (
  { newSecret }: Pick<PartnerDocument, 'newSecret'>,
  staffId: string,
  nowMs: number,
): boolean => isFor(newSecret, staffId, nowMs);

/**
 * Hands the new secret to who asked for it, once: from now on the old ones end. `NOT_FOUND` when there is none for this
 * member, whatever the reason. Two database calls.
 */
export async function collectSecret(
  transaction: Transaction,
  platform: Platform,
  { partnerId, staffId }: { partnerId: string; staffId: string },
): Promise<CollectedSecret> {
  const nowMs = platform.nowMs();
  const partner = await transaction.get(partners, partnerId);
  const newSecret = partner?.newSecret ?? null;
  if (!partner || !isFor(newSecret, staffId, nowMs)) throw new Refusal('NOT_FOUND', { field: 'partnerId' });
  const { box, ending } = newSecret;
  const old = endingSecrets(partner.secrets, nowMs);
  await transaction.update(partners, partnerId, {
    secrets: [...old, { box, ending, sinceMs: nowMs, endsAtMs: null }],
    newSecret: null,
  });
  const ends = old.map(({ endsAtMs }) => endsAtMs ?? 0);
  return { partnerId, box, ending, oldEndsAtMs: ends.length > 0 ? Math.max(...ends) : null };
}

/** The secret itself, for the one answer that shows it. */
export const showSecret = (
  platform: Platform,
  { partnerId, box, oldEndsAtMs }: CollectedSecret,
): { secret: string; oldEndsAtMs: number | null } => ({
  secret: open(platform, partnerId, box),
  oldEndsAtMs,
});
