import type { Platform } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { recordUse } from '../rate-limits';
import { CODE_LENGTH, CODE_VALID_MS, codePermit } from './rules';
import { bindCodes } from './store';

export interface NewCode {
  code: string;
  expiresAtMs: number;
}

/**
 * A new code by which an operator can bind a card to the rider: eight characters, ten minutes, once. The caller has
 * checked the consent; binding checks it again. `RATE_LIMITED` beyond five in any hour; a repeated request gets the
 * first one's code and is not counted. A code that is taken is drawn again. Six database calls.
 */
export async function createCode(
  platform: Platform,
  { uid, request }: { uid: string; request: RequestKey },
): Promise<NewCode> {
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
