import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { addNotice } from '../inbox';
import { returnPermit, takePermit } from '../rate-limits';
import { recordBinding } from '../riders';
import { bound, judgeCode, normalisedCode, wrongCodePermit } from './rules';
import { type BindCode, bindCodes, type RiderToken, riderTokens } from './store';
import { labelOf, newRiderToken, type TokenReference, tokenIdOf } from './token';

export interface BoundToken {
  bound: true;
  tokenId: string;
  /** Whether rides of the token were waiting for this: they are due to be credited now. */
  creditDue: boolean;
}

/**
 * A partner presents a rider's code for one of its tokens: the card is bound at once and the rider is told, with the
 * binding's id for an undo. The same code for the same token again gets the same answer.
 * `CODE_UNKNOWN`, `CODE_EXPIRED` (also when the rider's consent is gone), `CODE_USED`, `TOKEN_BOUND` (to somebody
 * else); `RATE_LIMITED` beyond thirty wrong codes a minute. Eleven database calls, six for a repeat.
 */
export async function bindToken(
  platform: Platform,
  { bindCode, ...reference }: TokenReference & { bindCode: string },
): Promise<BoundToken> {
  // Taken before the code is looked at and given back when it was right, so that guesses at the same time all count.
  const permit = wrongCodePermit(reference.partnerId);
  await takePermit(platform, permit);
  try {
    const answer = await bind(platform, reference, normalisedCode(bindCode));
    await returnPermit(platform, permit);
    return answer;
  } catch (error) {
    const wrongCode = error instanceof Refusal && error.code.startsWith('CODE_');
    if (!wrongCode) await returnPermit(platform, permit);
    throw error;
  }
}

function bind(platform: Platform, reference: TokenReference, codeId: string): Promise<BoundToken> {
  const tokenId = tokenIdOf(platform, reference);
  return platform.database.transact(async transaction => {
    const code = await transaction.get(bindCodes, codeId);
    const existing = await transaction.get(riderTokens, tokenId);
    const token = existing ?? newRiderToken(platform, reference);
    const verdict = judgeCode(code, token, platform.nowMs());
    if (verdict === 'bound-already') {
      return { bound: true, tokenId, creditDue: token.creditDueAtMs !== null };
    }
    if (verdict !== 'bind' || !code) throw new Refusal(verdict === 'bind' ? 'CODE_UNKNOWN' : verdict);
    const label = labelOf(reference.riderToken);
    return giveToRider(platform, transaction, { code, token, label, isKnown: existing !== null });
  });
}

async function giveToRider(
  platform: Platform,
  transaction: Transaction,
  { code, token, label, isKnown }: { code: BindCode; token: RiderToken; label: string; isKnown: boolean },
): Promise<BoundToken> {
  const { uid } = code;
  const nowMs = platform.nowMs();
  const boundAtMs = await recordBinding(transaction, { uid, agreedByMs: code.createdAtMs, nowMs });
  if (boundAtMs === null) throw new Refusal('CODE_EXPIRED');
  const change = bound(token, uid, label, boundAtMs);
  await transaction.update(bindCodes, code._id, { usedAtMs: nowMs, tokenId: token._id });
  if (isKnown) await transaction.update(riderTokens, token._id, change);
  else await transaction.add(riderTokens, { ...token, ...change });
  await addNotice(transaction, platform, {
    uid,
    template: 'card-bound',
    parameters: { bindingId: token._id, partnerId: token.partnerId, label },
  });
  return { bound: true, tokenId: token._id, creditDue: change.creditDueAtMs !== null };
}
