import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;

export interface ShownCode {
  code: string;
  /** Until the next one. */
  remainingMs: number;
}

/** What an authenticator shows at that time. @param secret in base 32 */
export function codeAt(secret: string, atMs: number): ShownCode {
  const totp = new TOTP({ secret: Secret.fromBase32(secret), period: PERIOD_SECONDS });
  return {
    code: totp.generate({ timestamp: atMs }),
    remainingMs: totp.remaining({ timestamp: atMs }),
  };
}
