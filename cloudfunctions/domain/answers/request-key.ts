import { CanonicalJsonError, canonicalJson } from '../../../miniprogram/proof';
import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';

/** Which request this is. */
export interface RequestKey {
  /** `<procedure>:<uid>:<requestId>`. */
  key: string;
  /** Keyed digest of the procedure and its checked input: equal requests have equal ones. */
  hash: string;
}

/** `INVALID_INPUT` when the input has no canonical text, e.g. half of a character that needs two units. */
export function requestKeyOf(
  platform: Platform,
  request: { procedure: string; uid: string; requestId: string; input: unknown },
): RequestKey {
  const { procedure, uid, requestId, input } = request;
  return {
    key: `${procedure}:${uid}:${requestId}`,
    hash: platform.keyedDigest('request', `${procedure}\n${canonicalText(input)}`),
  };
}

function canonicalText(input: unknown): string {
  try {
    return canonicalJson(input);
  } catch (error) {
    if (!(error instanceof CanonicalJsonError)) throw error;
    const field = error.path.split('/').slice(1).join('.');
    throw new Refusal('INVALID_INPUT', { field, reason: '含有无法识别的字符' });
  }
}
