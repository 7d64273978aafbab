import type { FunctionUnit } from '../../platform/deployment';

/** Work that no person waits for, started by the timer. */
export const unit: FunctionUnit = {
  name: 'jobs',
  timeoutSeconds: 60,
  memoryMegabytes: 256,
  // Effects of approvals make secrets of partners, and a document of the environment's partner.
  environment: [
    'EVIDENCE_KEY',
    'PARTNER_KEY',
    'FIRST_PARTNER_ID',
    'FIRST_PARTNER_NAME',
    'FIRST_PARTNER_SECRETS',
    'FIRST_PARTNER_MODES',
    'FIRST_PARTNER_CITY',
    'RIDE_CREDITED_TEMPLATE',
    'REPORT_DECIDED_TEMPLATE',
  ],
  // Pictures that WeChat has not answered about are asked about again; messages that riders have asked for are sent.
  openapi: ['security.mediaCheckAsync', 'subscribeMessage.send'],
  timer: { name: 'every-five-minutes', cron: '0 */5 * * * * *' },
};
