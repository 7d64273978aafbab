import type { FunctionUnit } from '../../platform/deployment';

/** Every procedure of the console, for members of staff and those who want to be. */
export const unit: FunctionUnit = {
  name: 'staff',
  timeoutSeconds: 20,
  memoryMegabytes: 256,
  environment: [
    'EVIDENCE_KEY',
    'STAFF_KEY',
    'PARTNER_KEY',
    'STATION_KEY',
    'FIRST_ADMIN_CODE_HASH',
    'FIRST_PARTNER_ID',
    'FIRST_PARTNER_NAME',
    'FIRST_PARTNER_SECRETS',
    'FIRST_PARTNER_MODES',
    'FIRST_PARTNER_CITY',
  ],
};
