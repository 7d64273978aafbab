import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { type Job, stepThroughDue } from '../jobs';
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

/** Gives what riders have not taken back in time. */
export const postDonations: Job = {
  name: 'post-donations',
  everyMs: 5 * 60_000,
  step: (platform, step) =>
    stepThroughDue(platform, step, {
      collection: donations,
      field: 'dueAtMs',
      limit: DONATIONS_A_STEP,
      look: async donation => end(platform, donation, (await currentParameters(platform)).version),
    }),
};
