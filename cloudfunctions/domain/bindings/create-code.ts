import { isDatabaseError, type Platform } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { recordUse } from '../rate-limits';
import { CODE_LENGTH, CODE_VALID_MS, codePermit } from './rules';
import { bindCodes } from './store';

export interface NewCode {
  code: string;
  expiresAtMs: number;
}

/** Codes are drawn at random; one that is taken already is drawn again. */
const DRAWS = 3;

/**
 * A new code by which an operator can bind a card to the rider: eight characters, ten minutes, once. The caller has
 * checked the consent; binding checks it again. `RATE_LIMITED` beyond five in any hour; a repeated request gets the
 * first one's code and is not counted. Six database calls.
 */
export async function createCode(
  platform: Platform,
  { uid, request }: { uid: string; request: RequestKey },
): Promise<NewCode> {
  for (let draw = 1; ; draw += 1) {
    try {
      return await drawCode(platform, uid, request);
    } catch (error) {
      if (!isDatabaseError(error, 'duplicate') || draw === DRAWS) throw error;
    }
  }
}

function drawCode(platform: Platform, uid: string, request: RequestKey): Promise<NewCode> {
  return answerOnce(platform, request, async transaction => {
    const createdAtMs = platform.nowMs();
    await recordUse(transaction, codePermit(uid), createdAtMs);
    const code = platform.randomReadableCode(CODE_LENGTH);
    const expiresAtMs = createdAtMs + CODE_VALID_MS;
    await transaction.add(bindCodes, {
      _id: code,
      uid,
      createdAtMs,
      expiresAtMs,
      usedAtMs: null,
      tokenId: null,
    });
    return { code, expiresAtMs };
  });
}
