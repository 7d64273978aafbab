import type { Purge } from '../jobs';

export const purges: Purge[] = [{ collection: 'rate_windows' }, { collection: 'rate_histories' }];
