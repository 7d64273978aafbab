import type { Purge } from '../jobs';

/** What says where somebody went in or came out goes by itself. */
export const purges: Purge[] = [{ collection: 'station_trips' }];
