import type { FunctionUnit } from '../../platform/deployment';

/** Work that no person waits for, started by the timer. */
export const unit: FunctionUnit = {
  name: 'jobs',
  timeoutSeconds: 60,
  memoryMegabytes: 256,
  environment: ['EVIDENCE_KEY'],
  timer: { name: 'every-five-minutes', cron: '0 */5 * * * * *' },
};
