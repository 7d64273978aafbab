import type { FunctionUnit } from '../../platform/deployment';

/** Every procedure of the mini-program, for riders. */
export const unit: FunctionUnit = {
  name: 'api',
  timeoutSeconds: 20,
  memoryMegabytes: 256,
  environment: [
    'EVIDENCE_KEY',
    'FIRST_PARTNER_ID',
    'FIRST_PARTNER_NAME',
    'FIRST_PARTNER_CITY',
    'STATION_KEY',
  ],
};
