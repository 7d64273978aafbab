import type { Platform } from '../../platform';
import { earlierOf } from './left-identity';
import { type ConsentView, consentSinceMs, consentView, type DeletionView, deletionView } from './rules';
import { identityIdOf, type Rider, type RiderIdentity, riderIdentities, riders } from './store';

export interface SignIn {
  uid: string;
  /** Whether this request made the rider. */
  isNew: boolean;
  consent: ConsentView;
  /** The account is about to be closed; null when it is not. */
  deletion: DeletionView | null;
}

/**
 * The rider of a WeChat identity, made on the first call. Exactly once: first calls of two phones at the same time
 * meet in the identity's document, and the later one finds the rider of the earlier. Two database calls, or seven for
 * a new rider. No error codes of its own.
 */
export async function signIn(
  platform: Platform,
  { openid, requestId }: { openid: string; requestId: string },
): Promise<SignIn> {
  const identity = await platform.database.get(riderIdentities, identityIdOf(openid));
  if (!identity) return createRider(platform, openid, requestId);
  const rider = await platform.database.get(riders, identity.uid);
  return view(identity, rider, requestId);
}

function createRider(platform: Platform, openid: string, requestId: string): Promise<SignIn> {
  return platform.database.transact(async transaction => {
    const existing = await transaction.get(riderIdentities, identityIdOf(openid));
    if (existing) return view(existing, await transaction.get(riders, existing.uid), requestId);
    const createdAtMs = platform.nowMs();
    const rider: Rider = {
      _id: platform.randomId(),
      createdAtMs,
      consents: [],
      lastBoundAtMs: null,
      unbindDueUpToMs: null,
      ...(await earlierOf(transaction, platform, identityIdOf(openid))),
    };
    const identity = {
      _id: identityIdOf(openid),
      uid: rider._id,
      createdAtMs,
      createdByRequestId: requestId,
    };
    await transaction.add(riderIdentities, identity);
    await transaction.add(riders, rider);
    return view(identity, rider, requestId);
  });
}

function view(identity: RiderIdentity, rider: Rider | null, requestId: string): SignIn {
  return {
    uid: identity.uid,
    isNew: identity.createdByRequestId === requestId,
    consent: consentView(rider !== null && consentSinceMs(rider) !== null),
    deletion: rider && deletionView(rider),
  };
}
