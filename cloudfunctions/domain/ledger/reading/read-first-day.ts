import type { Platform } from '../../../platform';
import { entries } from '../store';

/** The Beijing day of an account's first entry; null before it. One database call. */
export async function readFirstDay(platform: Platform, accountId: string): Promise<string | null> {
  const [first] = await platform.database.find(entries, {
    where: { account: accountId, seq: 1 },
    limit: 1,
    fields: ['day'],
  });
  return first?.day ?? null;
}
