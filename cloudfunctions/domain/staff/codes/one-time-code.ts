import { openSecret, type Platform, sealSecret } from '../../../platform';
import { codeSecretPicture, codeSecretUri, newCodeSecret, stepOfCode } from '../../../platform/one-time-code';
import { CONFIRMED_MS } from '../rules';
import type { OneTimeCode } from '../store';

const ISSUER = '碳点点员工台';
export const TRIES = 5;
export const LOCKED_MS = 20 * 60_000;

type Variables = Pick<Platform, 'variable'>;
const boxOf = (staffId: string) => ({ keyName: 'STAFF_KEY', owner: staffId });

/** A new secret, closed for its member. */
export const newSecretBox = (platform: Variables, staffId: string): string =>
  sealSecret(platform, boxOf(staffId), newCodeSecret());

/** The secret in base 32, and the address that an authenticator reads, also as a picture (data URL). */
export function shownSecret(
  platform: Variables,
  staffId: string,
  secretBox: string,
): { secret: string; uri: string; picture: string } {
  const secret = openSecret(platform, boxOf(staffId), secretBox);
  const uri = codeSecretUri(secret, { issuer: ISSUER, label: staffId.slice(0, 8) });
  return { secret, uri, picture: codeSecretPicture(uri) };
}

export interface CodeVerdict {
  verdict: 'accepted' | 'wrong' | 'locked';
  /** What to keep; null when nothing changes. */
  next: OneTimeCode | null;
  triesLeft: number;
  lockedUntilMs: number | null;
}

/**
 * Judges an entered code. Of steps only later ones than the last accepted count, also when a clock was set back: a code
 * that was seen over a shoulder is worth nothing. After five wrong ones nothing is looked at for twenty minutes, then
 * there are five new tries.
 */
export function judgeCode(
  platform: Variables,
  { staffId, kept, code, nowMs }: { staffId: string; kept: OneTimeCode; code: string; nowMs: number },
): CodeVerdict {
  const { lockedUntilMs } = kept;
  if (lockedUntilMs !== null && nowMs < lockedUntilMs) {
    return { verdict: 'locked', next: null, triesLeft: 0, lockedUntilMs };
  }
  const step = stepOfCode(openSecret(platform, boxOf(staffId), kept.secretBox), code, nowMs);
  return step !== null && step > kept.lastStep ? accepted(kept, step, nowMs) : failed(kept, nowMs);
}

function accepted(kept: OneTimeCode, step: number, nowMs: number): CodeVerdict {
  const next: OneTimeCode = {
    ...kept,
    activatedAtMs: kept.activatedAtMs ?? nowMs,
    lastStep: step,
    failures: 0,
    lockedUntilMs: null,
    confirmedUntilMs: nowMs + CONFIRMED_MS,
  };
  return { verdict: 'accepted', next, triesLeft: TRIES, lockedUntilMs: null };
}

function failed(kept: OneTimeCode, nowMs: number): CodeVerdict {
  const failures = (kept.lockedUntilMs === null ? kept.failures : 0) + 1;
  const lockedUntilMs = failures >= TRIES ? nowMs + LOCKED_MS : null;
  return {
    verdict: lockedUntilMs === null ? 'wrong' : 'locked',
    next: { ...kept, failures, lockedUntilMs },
    triesLeft: TRIES - failures,
    lockedUntilMs,
  };
}
