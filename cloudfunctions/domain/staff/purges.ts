import type { Purge } from '../jobs';

/** Only what is a notice ends: members, applications and reviews are records. */
export const purges: Purge[] = [{ collection: 'staff_reminders' }];
