import type { Platform } from '../../platform';
import type { PartnerDocument } from './store';

const list = (text: string): string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');

/** Requests a minute; 200 rides each is more than a city's evening peak needs. */
const USUAL_REQUESTS_A_MINUTE = 600;

export const firstPartnerId = (platform: Platform): string => platform.variable('FIRST_PARTNER_ID');

export const firstPartnerName = (platform: Platform): string => platform.variable('FIRST_PARTNER_NAME');

/** One live secret, or two while one replaces the other. */
export const firstSecrets = (platform: Platform): string[] =>
  list(platform.variable('FIRST_PARTNER_SECRETS'));

/**
 * The first partner comes from the environment, so that a new deployment can take rides before it has a console. He
 * counts as version 0; a document of the same id takes his place, secrets included.
 */
export const firstPartner = (platform: Platform): Omit<PartnerDocument, 'secrets' | 'newSecret'> => ({
  _id: firstPartnerId(platform),
  name: firstPartnerName(platform),
  city: platform.variable('FIRST_PARTNER_CITY'),
  modes: list(platform.variable('FIRST_PARTNER_MODES')),
  requestsAMinute: USUAL_REQUESTS_A_MINUTE,
  state: 'live',
  version: 0,
});
