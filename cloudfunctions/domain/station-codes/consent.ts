import { Refusal } from '../../contract/errors';
import type { Platform, Transaction } from '../../platform';
import { answerOnce, type RequestKey } from '../answers';
import { stationConsents, stationTrips } from './store';

interface Asked {
  uid: string;
  request: RequestKey;
}

/** The rider lets us ask for his position at each scan. Five database calls. */
export const agreeToScans = (platform: Platform, { uid, request }: Asked): Promise<Record<string, never>> =>
  answerOnce(platform, request, async transaction => {
    const consent = await transaction.get(stationConsents, uid);
    if (!consent) await transaction.add(stationConsents, { _id: uid, agreedAtMs: platform.nowMs() });
    return {};
  });

/** He takes it back: what is known of an open trip goes with it. Seven database calls at most. */
export const withdrawFromScans = (
  platform: Platform,
  { uid, request }: Asked,
): Promise<Record<string, never>> =>
  answerOnce(platform, request, async transaction => {
    if (await transaction.get(stationConsents, uid)) await transaction.remove(stationConsents, uid);
    if (await transaction.get(stationTrips, uid)) await transaction.remove(stationTrips, uid);
    return {};
  });

/** In the transaction of the scan: whoever has just taken it back is not scanned. One database call. */
export async function requireScanConsent(transaction: Transaction, uid: string): Promise<void> {
  if (!(await transaction.get(stationConsents, uid))) throw new Refusal('LOCATION_CONSENT_REQUIRED');
}
