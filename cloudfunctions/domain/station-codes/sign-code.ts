import { hmacSha256, isDigest, type Platform } from '../../platform';
import { bodyOf, type SignedText, type StationCode } from './code-text';

/** The environment's key for codes of stations; whoever has it can print posters. */
const KEY_NAME = 'STATION_KEY';

/** 128 bits: nobody finds a signature by trying, and the picture stays coarse enough for a cheap camera. */
const SIGNATURE_BYTES = 16;

type Variables = Pick<Platform, 'variable'>;

const signatureOf = (platform: Variables, body: string): Buffer =>
  hmacSha256(platform.variable(KEY_NAME), [`station-code\n${body}`]).subarray(0, SIGNATURE_BYTES);

/** The text of the picture: what the code says, and that it was we who said it. */
export function signCode(platform: Variables, code: StationCode): string {
  const body = bodyOf(code);
  return `${body}.${signatureOf(platform, body).toString('hex')}`;
}

/** Whether the text was signed here and not one letter of it was changed since. */
export const isGenuine = (platform: Variables, { body, signature }: SignedText): boolean =>
  isDigest(signatureOf(platform, body), signature);
