import type { Purge } from '../jobs';

export const purges: Purge[] = [{ collection: 'report_prints' }, { collection: 'report_checks' }];
