import type { Purge } from '../jobs';

export const purges: Purge[] = [{ collection: 'partner_nonces' }];
