import { environmentVariable } from '../../platform/secrets';

/** How riders know the partner; one that is no longer set up is shown by its id. */
export function partnerName(partnerId: string): string {
  return partnerId === environmentVariable('FIRST_PARTNER_ID')
    ? environmentVariable('FIRST_PARTNER_NAME')
    : partnerId;
}
