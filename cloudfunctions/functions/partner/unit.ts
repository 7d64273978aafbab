import type { FunctionUnit } from '../../platform/deployment';

export const unit: FunctionUnit = {
  name: 'partner',
  timeoutSeconds: 30,
  memoryMegabytes: 512,
  environment: [
    'EVIDENCE_KEY',
    'PARTNER_KEY',
    'FIRST_PARTNER_ID',
    'FIRST_PARTNER_NAME',
    'FIRST_PARTNER_SECRETS',
    'FIRST_PARTNER_MODES',
    'FIRST_PARTNER_CITY',
  ],
  http: { path: '/partner' },
};
