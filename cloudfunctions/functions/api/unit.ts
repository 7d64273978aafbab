import type { FunctionUnit } from '../../platform/deployment';

/** Every procedure of the mini-program, for riders. */
export const unit: FunctionUnit = {
  name: 'api',
  timeoutSeconds: 20,
  // Pictures are drawn anew in it.
  memoryMegabytes: 512,
  environment: [
    'EVIDENCE_KEY',
    'FIRST_PARTNER_ID',
    'FIRST_PARTNER_NAME',
    'FIRST_PARTNER_CITY',
    'FIRST_PARTNER_MODES',
    'STATION_KEY',
    'RIDE_CREDITED_TEMPLATE',
    'REPORT_DECIDED_TEMPLATE',
  ],
  openapi: ['security.mediaCheckAsync'],
};
