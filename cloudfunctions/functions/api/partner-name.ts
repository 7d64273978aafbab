import type { Platform } from '../../platform';

/** How riders know the partner; one that is no longer set up is shown by its id. */
export function partnerName(platform: Platform, partnerId: string): string {
  return partnerId === platform.variable('FIRST_PARTNER_ID')
    ? platform.variable('FIRST_PARTNER_NAME')
    : partnerId;
}
