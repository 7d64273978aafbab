import type { ErrorCode } from '../../contract/errors';
import type { Permit } from '../rate-limits';
import type { BindCode, RiderToken } from './store';

export const CODE_LENGTH = 8;
export const CODE_VALID_MS = 10 * 60_000;

/** New codes of one rider, in any hour. */
export const codePermit = (uid: string): Permit => ({
  scope: 'bind-code',
  key: uid,
  limit: 5,
  windowMs: 3_600_000,
});

/**
 * Wrong codes of one partner: with some thousand codes alive among 31^8, guessing at this rate takes centuries, while
 * a counter whose customers mistype is not held up.
 */
export const wrongCodePermit = (partnerId: string): Permit => ({
  scope: 'wrong-bind-code',
  key: partnerId,
  limit: 30,
  windowMs: 60_000,
});

/** People type codes in lower case and with spaces around them. */
export const normalisedCode = (typed: string): string => typed.trim().toUpperCase();

export type CodeVerdict = 'bind' | 'bound-already' | ErrorCode;

/**
 * What presenting `code` for `token` means. A code is good to, and not including, `expiresAtMs`. The same code for the
 * same token again is a repeat of the partner's, as long as the card is still bound by it.
 */
export function judgeCode(
  code: BindCode | null,
  token: { _id: string; uid: string | null },
  nowMs: number,
): CodeVerdict {
  if (!code) return 'CODE_UNKNOWN';
  if (code.usedAtMs !== null) {
    return code.tokenId === token._id && code.uid === token.uid ? 'bound-already' : 'CODE_USED';
  }
  if (nowMs >= code.expiresAtMs) return 'CODE_EXPIRED';
  return token.uid === null || token.uid === code.uid ? 'bind' : 'TOKEN_BOUND';
}

/** What changes when a card gets a rider, with the label that the rider sees. Rides that waited for one are now due. */
export function bound(token: RiderToken, uid: string, label: string, boundAtMs: number) {
  return { uid, label, boundAtMs, creditDueAtMs: token.waiting ? boundAtMs : null };
}

/**
 * What changes when a card loses its rider. The characters of its number go as well: they are for whoever has it bound, and
 * the keyed digest in its id is enough to know it again.
 */
export function unbound(token: RiderToken, nowMs: number) {
  return {
    uid: null,
    label: '',
    boundAtMs: null,
    lastUnboundAtMs: Math.max(nowMs, token.boundAtMs ?? 0),
    creditDueAtMs: null,
  };
}
