import type { Purge } from '../jobs';

export const purges: Purge[] = [{ collection: 'left_identities' }];
