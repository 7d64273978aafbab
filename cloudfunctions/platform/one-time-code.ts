import { Secret, TOTP } from 'otpauth';
import qrcode from 'qrcode-generator';

/** Time-based one-time codes as RFC 6238 has them, in the form that every authenticator knows: SHA-1, 6 digits, 30 s. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** As long as the digest, which RFC 4226 recommends. */
const SECRET_BYTES = 20;
/** Steps before and after the present one, for a phone's clock that is somewhat off. */
const WINDOW = 1;

/** A new secret in base 32. */
export const newCodeSecret = (): string => new Secret({ size: SECRET_BYTES }).base32;

/** The address that an authenticator reads from a picture. */
export const codeSecretUri = (secret: string, { issuer, label }: { issuer: string; label: string }): string =>
  new TOTP({ ...FORM, issuer, label, secret }).toString();

/** Sharp on a screen; the rim keeps it readable on a dark page. */
const CELL_PX = 5;
const RIM_CELLS = 4;

/** The address as a QR code, a picture in a data URL. The phone shows it as it is and needs no code for it. */
export function codeSecretPicture(uri: string): string {
  const code = qrcode(0, 'M');
  code.addData(uri, 'Byte');
  code.make();
  return code.createDataURL(CELL_PX, RIM_CELLS * CELL_PX);
}

/** The time step whose code this is, or null when it is of none near now. */
export function stepOfCode(secret: string, code: string, nowMs: number): number | null {
  const totp = new TOTP({ ...FORM, secret: Secret.fromBase32(secret) });
  const away = totp.validate({ token: code, timestamp: nowMs, window: WINDOW });
  return away === null ? null : totp.counter({ timestamp: nowMs }) + away;
}
