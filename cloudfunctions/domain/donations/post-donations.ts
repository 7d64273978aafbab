import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import type { Job } from '../jobs';
import { currentParameters } from '../parameters';
import { endDonation } from './end-donation';
import { type Donation, donations } from './store';

/** Each takes about a dozen database calls. */
const DONATIONS_A_STEP = 10;

/** What cannot be ended stays due for the next run and holds up no other. */
async function end(platform: Platform, donation: Donation, version: number): Promise<void> {
  try {
    await endDonation(platform, donation, version);
  } catch (error) {
    // While paying out stands still every donation waits; there is nothing to look into.
    if (error instanceof Refusal && error.code === 'PAYING_OUT_STOPPED') return;
    platform.log('donations.end-failed', { donation: donation._id, problem: String(error) });
  }
}

/**
 * Gives what riders have not taken back in time. The cursor is the time since which the last donation looked at was due;
 * of several due at the very same time some may be left for the next run.
 */
export const postDonations: Job = {
  name: 'post-donations',
  everyMs: 5 * 60_000,
  async step(platform, { cursor, deadlineMs }) {
    const found = await platform.database.find(donations, {
      where: { dueAtMs: { above: Number(cursor ?? 0), upTo: platform.nowMs() } },
      orderBy: [
        ['dueAtMs', 'asc'],
        ['_id', 'asc'],
      ],
      limit: DONATIONS_A_STEP,
    });
    if (found.length === 0) return { cursor: null };
    const { version } = await currentParameters(platform);
    for (const donation of found) {
      await end(platform, donation, version);
      if (platform.nowMs() >= deadlineMs) return { cursor: String(donation.dueAtMs) };
    }
    return { cursor: found.length === DONATIONS_A_STEP ? String(found.at(-1)!.dueAtMs) : null };
  },
};
