import type { Platform } from '../../platform';

export interface Partner {
  partnerId: string;
  name: string;
  /** One or two live secrets: two while they are rotated. */
  secrets: readonly string[];
  modes: readonly string[];
  city: string;
}

const list = (text: string): string[] =>
  text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');

/** The first partner comes from the environment, so that a new deployment can take rides before it has a console. */
export function findPartner(platform: Platform, partnerId: string): Partner | null {
  if (partnerId !== platform.variable('FIRST_PARTNER_ID')) return null;
  return {
    partnerId,
    name: platform.variable('FIRST_PARTNER_NAME'),
    secrets: list(platform.variable('FIRST_PARTNER_SECRETS')),
    modes: list(platform.variable('FIRST_PARTNER_MODES')),
    city: platform.variable('FIRST_PARTNER_CITY'),
  };
}
