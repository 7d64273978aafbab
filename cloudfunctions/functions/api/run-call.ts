import { Refusal } from '../../contract/errors';
import { requestKeyOf } from '../../domain/answers';
import { findRider, requireConsent } from '../../domain/riders';
import type { Platform } from '../../platform';
import type { ReadCall } from './read-call';
import { takePermits } from './take-permits';

/** Who calls, as WeChat says: the openid is never read from the input. */
export interface Person {
  openid: string;
  address: string;
}

/**
 * Checks rate and permission, then runs the procedure. Rate windows and identity are looked up side by side: three
 * database calls in one round trip, one more where consent is needed.
 */
export async function runCall(platform: Platform, call: ReadCall, person: Person): Promise<unknown> {
  const { procedure, contract, handler, input, requestId } = call;
  const permits = takePermits(platform, { procedure, mutating: contract.mutating, ...person });
  if (handler.access === 'visitor') {
    await permits;
    return handler.run({ platform, input, openid: person.openid, requestId });
  }
  const [uid] = await Promise.all([findRider(platform, person.openid), permits]);
  if (uid === null) throw new Refusal('NOT_SIGNED_IN');
  if (handler.access === 'consenting-rider') await requireConsent(platform, uid);
  const request = requestId === null ? null : requestKeyOf(platform, { procedure, uid, requestId, input });
  return handler.run({ platform, input, uid, request });
}
