import type { Platform } from '../../platform';
import { TIMESTAMP_TOLERANCE_MS } from './authenticate';
import { adviceOnSignature } from './check-signature';
import { findPartner, type Partner } from './find-partner';
import type { SignedRequest } from './signature';

/** What of a request is looked at. */
export type CheckedPart = 'partner' | 'timestamp' | 'nonce' | 'signature';

export interface RequestCheck {
  part: CheckedPart;
  isGood: boolean;
  /** In Chinese; empty where nothing has to be done. */
  advice: string;
}

const NONCE = /^[0-9A-Za-z_-]{8,64}$/;

const check = (part: CheckedPart, advice: string | null): RequestCheck => ({
  part,
  isGood: advice === null,
  advice: advice ?? '',
});

function adviceOnTimestamp(timestamp: string, nowMs: number): string | null {
  if (!/^\d{1,15}$/.test(timestamp)) return '时间戳应为毫秒整数';
  const minutes = Math.round(Math.abs(Number(timestamp) - nowMs) / 60_000);
  if (/^\d{10}$/.test(timestamp)) return '时间戳是秒：应为毫秒';
  if (Math.abs(Number(timestamp) - nowMs) <= TIMESTAMP_TOLERANCE_MS) return null;
  return `与我们的时钟相差 ${minutes} 分钟：正式请求须在 5 分钟以内。若是先前抓下的请求，可以不管`;
}

/**
 * Looks at a request that a partner has signed, part by part, without taking it: nothing is written, its nonce stays
 * unspent. The partner is null where he is unknown or stopped. No database call, or one a minute.
 */
export async function checkRequest(
  platform: Platform,
  request: SignedRequest,
  signature: string,
): Promise<{ partner: Partner | null; checks: RequestCheck[] }> {
  const partner = await findPartner(platform, request.partnerId);
  const checks = [
    check('partner', partner ? null : '没有这个合作方，或已停用'),
    check('timestamp', adviceOnTimestamp(request.timestamp, platform.nowMs())),
    check('nonce', NONCE.test(request.nonce) ? null : '随机串应为 8–64 位字母、数字、下划线或连字符'),
  ];
  if (!partner) return { partner, checks };
  const advice =
    partner.secrets.length === 0
      ? '还没有密钥：请先申请并领取'
      : adviceOnSignature(partner.secrets, request, signature);
  return { partner, checks: [...checks, check('signature', advice)] };
}
