import type { Platform } from '../../platform';
import { firstPartner, firstPartnerId, firstPartnerName, firstSecrets } from './first-partner';
import { keptPartners } from './kept-partners';
import { boxesGoodAt, open } from './secrets';
import type { PartnerState } from './store';

export interface Partner {
  partnerId: string;
  name: string;
  /** The secrets that are good now: two or more while they are rotated. */
  secrets: readonly string[];
  modes: readonly string[];
  city: string;
  /** Never `stopped`: such a partner is not found. */
  state: PartnerState;
  requestsAMinute: number;
}

/** Null for whoever is unknown or stopped. No database call, or one a minute. */
export async function findPartner(platform: Platform, partnerId: string): Promise<Partner | null> {
  const document = (await keptPartners(platform)).get(partnerId);
  if (document?.state === 'stopped') return null;
  if (document) {
    const boxes = boxesGoodAt(document, platform.nowMs());
    return { ...document, partnerId, secrets: boxes.map(box => open(platform, partnerId, box)) };
  }
  if (partnerId !== firstPartnerId(platform)) return null;
  return { ...firstPartner(platform), partnerId, secrets: firstSecrets(platform) };
}

/** The cities that partners report rides of, the first partner's first. No database call, or one a minute. */
export async function partnerCities(platform: Platform): Promise<string[]> {
  const cities = [...(await keptPartners(platform)).values()]
    .filter(({ state }) => state === 'live')
    .map(({ city }) => city);
  return [...new Set([platform.variable('FIRST_PARTNER_CITY'), ...cities])];
}

/** Whose signature makes rides carbon, as riders know him. */
export interface LivePartner {
  name: string;
  /** As in factor sets. */
  city: string;
  modes: readonly string[];
}

/** Everybody whose rides count now, in the order of ids, the environment's partner first. No database call, or one a minute. */
export async function livePartners(platform: Platform): Promise<LivePartner[]> {
  const kept = await keptPartners(platform);
  const first = firstPartner(platform);
  const all = kept.has(first._id) ? [...kept.values()] : [first, ...kept.values()];
  return all.filter(({ state }) => state === 'live').map(({ name, city, modes }) => ({ name, city, modes }));
}

/** How riders know a partner, a stopped one too; one that is nowhere set up is shown by his id. */
export async function partnerName(platform: Platform, partnerId: string): Promise<string> {
  const document = (await keptPartners(platform)).get(partnerId);
  if (document) return document.name;
  // Functions that show names know no more of the environment's partner.
  return partnerId === firstPartnerId(platform) ? firstPartnerName(platform) : partnerId;
}
