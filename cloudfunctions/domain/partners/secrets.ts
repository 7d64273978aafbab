import { openSecret, type Platform, sealSecret } from '../../platform';
import type { PartnerDocument, SealedSecret } from './store';

const KEY_NAME = 'PARTNER_KEY';
const ENDING_LENGTH = 4;

export const endingOf = (secret: string): string => secret.slice(-ENDING_LENGTH);

export const seal = (platform: Platform, partnerId: string, secret: string): SealedSecret => ({
  box: sealSecret(platform, { keyName: KEY_NAME, owner: partnerId }, secret),
  ending: endingOf(secret),
});

export const open = (platform: Platform, partnerId: string, box: string): string =>
  openSecret(platform, { keyName: KEY_NAME, owner: partnerId }, box);

/** 256 random bits. */
export const randomSecret = (platform: Platform): string => platform.randomId() + platform.randomId();

/** The boxes of the secrets that are good at that time: to the millisecond, the end excluded. */
export function boxesGoodAt({ secrets, newSecret }: PartnerDocument, atMs: number): string[] {
  const live = secrets.filter(({ endsAtMs }) => endsAtMs === null || atMs < endsAtMs).map(({ box }) => box);
  return newSecret && atMs < newSecret.collectByMs ? [...live, newSecret.box] : live;
}
