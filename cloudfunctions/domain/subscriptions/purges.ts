import type { Purge } from '../jobs';

export const purges: Purge[] = [{ collection: 'queued_messages' }];
