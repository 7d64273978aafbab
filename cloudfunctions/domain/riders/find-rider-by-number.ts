import { Refusal } from '../../contract/errors';
import type { Platform } from '../../platform';
import { consentSinceMs, type DeletionView, deletionView } from './rules';
import { riders } from './store';

/** What customer service may know of a rider by this domain. */
export interface FoundRider {
  uid: string;
  sinceMs: number;
  consentGiven: boolean;
  deletion: DeletionView | null;
}

/** Behind every letter of an id: the end of the range that a prefix spans. */
const AFTER_EVERY_LETTER = '{';

/**
 * The rider whose uid begins with `number`, null for nobody. `INVALID_INPUT` where two do: then more characters are
 * needed. The ids' own index answers it, with two documents at most. One database call.
 */
export async function findRiderByNumber(platform: Platform, number: string): Promise<FoundRider | null> {
  const [rider, another] = await platform.database.find(riders, {
    where: { _id: { from: number, below: `${number}${AFTER_EVERY_LETTER}` } },
    orderBy: [['_id', 'asc']],
    limit: 2,
  });
  if (another) {
    throw new Refusal('INVALID_INPUT', {
      field: 'number',
      reason: '有不止一位会员的编号这样开头，请多输入几位',
    });
  }
  if (!rider) return null;
  return {
    uid: rider._id,
    sinceMs: rider.createdAtMs,
    consentGiven: consentSinceMs(rider) !== null,
    deletion: deletionView(rider),
  };
}
