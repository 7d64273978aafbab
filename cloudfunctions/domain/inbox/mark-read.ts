import type { Platform } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { notices } from './store';

/**
 * Marks a rider's notices up to that time as read. The marking runs on a repeat too: the first run may have been cut
 * off between the two steps, and doing it again changes nothing. Four database calls.
 */
export async function markRead(
  platform: Platform,
  { uid, upToMs, request }: { uid: string; upToMs: number; request: RequestKey },
): Promise<Record<string, never>> {
  const answer = await answerOnce(platform, request, async () => ({}));
  await platform.database.updateWhere(
    notices,
    { uid, readAtMs: null, atMs: { upTo: upToMs } },
    { readAtMs: platform.nowMs() },
  );
  return answer;
}
