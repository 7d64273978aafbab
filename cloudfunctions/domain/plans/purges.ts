import type { Purge } from '../jobs';

export const purges: Purge[] = [{ collection: 'plans' }, { collection: 'plan_weeks' }];
