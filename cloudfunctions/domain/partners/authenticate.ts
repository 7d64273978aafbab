import { Refusal } from '../../contract/errors';
import { isDatabaseError, type Platform } from '../../platform';
import { takePermit } from '../rate-limits';
import { findPartner, type Partner } from './find-partner';
import { noteUse } from './note-use';
import { isSignedBy, type SignedRequest } from './signature';
import { nonces } from './store';

/** How far the partner's clock may be from ours. */
export const TIMESTAMP_TOLERANCE_MS = 5 * 60_000;

const RATE_WINDOW_MS = 60_000;

const NONCE = /^[0-9A-Za-z_-]{8,64}$/;
const TIMESTAMP = /^\d{1,15}$/;

function checkForm(request: SignedRequest): void {
  if (!NONCE.test(request.nonce)) {
    throw new Refusal('INVALID_INPUT', {
      field: 'x-nonce',
      reason: '随机串应为 8–64 位字母、数字、下划线或连字符',
    });
  }
  if (!TIMESTAMP.test(request.timestamp)) {
    throw new Refusal('INVALID_INPUT', { field: 'x-timestamp', reason: '时间戳应为毫秒整数' });
  }
}

function checkTimestamp(request: SignedRequest, nowMs: number): void {
  const skewMs = Number(request.timestamp) - nowMs;
  if (Math.abs(skewMs) > TIMESTAMP_TOLERANCE_MS) {
    throw new Refusal('TIMESTAMP_OUT_OF_RANGE', { field: 'x-timestamp', serverTimeMs: nowMs });
  }
}

/** The nonce is kept for longer than its timestamp is good for, so a request can be taken once only. */
async function spendNonce(platform: Platform, request: SignedRequest): Promise<void> {
  const expiresAtMs = Number(request.timestamp) + 2 * TIMESTAMP_TOLERANCE_MS;
  try {
    await platform.database.add(nonces, { _id: `${request.partnerId}:${request.nonce}`, expiresAtMs });
  } catch (error) {
    if (isDatabaseError(error, 'duplicate')) throw new Refusal('NONCE_REPLAYED', { field: 'x-nonce' });
    throw error;
  }
}

/**
 * The partner that signed this very request, now, for the first time. Before the signature is good nothing is read but
 * the partners, once a minute. Errors: `INVALID_INPUT`, `PARTNER_UNKNOWN` (stopped ones too), `TIMESTAMP_OUT_OF_RANGE`,
 * `SIGNATURE_WRONG`, `NONCE_REPLAYED`, `RATE_LIMITED`. Two database calls, and once a minute two or three more.
 */
export async function authenticate(
  platform: Platform,
  request: SignedRequest,
  signature: string,
): Promise<Partner> {
  checkForm(request);
  const partner = await findPartner(platform, request.partnerId);
  if (!partner) throw new Refusal('PARTNER_UNKNOWN', { field: 'x-partner-id' });
  checkTimestamp(request, platform.nowMs());
  if (!isSignedBy(partner.secrets, request, signature)) {
    throw new Refusal('SIGNATURE_WRONG', { field: 'x-signature' });
  }
  const { partnerId, requestsAMinute } = partner;
  const permit = { scope: 'partner', key: partnerId, limit: requestsAMinute, windowMs: RATE_WINDOW_MS };
  await takePermit(platform, permit);
  await spendNonce(platform, request);
  await noteUse(platform, partnerId);
  return partner;
}
