import { Refusal } from '../../contract/errors';
import type { ProcedureContract } from '../../contract/procedure';
import { requestKeyOf } from '../../domain/answers';
import { findRider, requireConsent } from '../../domain/riders';
import type { Platform } from '../../platform';
import type { Person } from '../answer-client';
import type { ReadCall } from '../read-call';
import { takePermits } from '../take-permits';
import { rates } from './rates';
import type { ApiHandler } from './registry';

/**
 * Checks rate and permission, then runs the procedure. Rate windows and identity are looked up side by side: three
 * database calls in one round trip, one more where consent is needed.
 */
export async function runCall(
  platform: Platform,
  call: ReadCall<ProcedureContract, ApiHandler>,
  person: Person,
): Promise<unknown> {
  const { procedure, contract, handler, input, requestId } = call;
  const permits = takePermits(platform, person, procedure, rates[contract.mutating ? 'mutating' : 'reading']);
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
