import { isDatabaseError, type Platform } from '../../platform';
import { type NewNotice, noticeOf } from './add-notice';
import { notices } from './store';

/** `noticeId` follows from what is told: who has been told it is not told again. */
export interface NoticeOnce extends NewNotice {
  noticeId: string;
}

/** As many as one look for their ids can ask for. */
export const MOST_TOLD_AT_ONCE = 400;

async function tell(platform: Platform, notice: NoticeOnce): Promise<void> {
  try {
    await platform.database.add(notices, noticeOf(platform, notice, notice.noticeId));
  } catch (error) {
    // Somebody else was first.
    if (!isDatabaseError(error, 'duplicate')) throw error;
  }
}

/**
 * Tells what no transaction of its own brings about, such as that a date comes near; harmless to repeat and to do twice
 * at once. At most `MOST_TOLD_AT_ONCE` notices; one database call, and one a notice that is new.
 */
export async function tellOnce(platform: Platform, all: readonly NoticeOnce[]): Promise<void> {
  if (all.length === 0) return;
  if (all.length > MOST_TOLD_AT_ONCE) throw new RangeError(`${all.length} notices at once`);
  const told = await platform.database.find(notices, {
    where: { _id: { oneOf: all.map(({ noticeId }) => noticeId) } },
    limit: all.length,
    fields: ['_id'],
  });
  const known = new Set(told.map(({ _id }) => _id));
  for (const notice of all) if (!known.has(notice.noticeId)) await tell(platform, notice);
}
