import { canonicalJson, sha256Hex } from '../../../miniprogram/proof';
import { Refusal } from '../../contract/errors';
import type { ApprovalKind } from './kind';
import type { Approval } from './store';

/** Fields without a value are no part of a payload. */
export const payloadText = (payload: unknown): string => canonicalJson(JSON.parse(JSON.stringify(payload)));

/**
 * What was asked for, as its kind understands it. `CHANGED_SINCE_READ` when that is not, to the letter, what the hash
 * was shown for: a changed document, or a release that reads the payload differently.
 */
export function thawPayload<Payload>(kind: ApprovalKind<Payload>, approval: Approval): Payload {
  if (sha256Hex(approval.payload) !== approval.payloadHash) throw new Refusal('CHANGED_SINCE_READ');
  const payload = parsed(kind, JSON.parse(approval.payload));
  if (payloadText(payload) !== approval.payload) throw new Refusal('CHANGED_SINCE_READ');
  return payload;
}

function parsed<Payload>(kind: ApprovalKind<Payload>, value: unknown): Payload {
  try {
    return kind.shape.parse(value);
  } catch {
    throw new Refusal('CHANGED_SINCE_READ');
  }
}
