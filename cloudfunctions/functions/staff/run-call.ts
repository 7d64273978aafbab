import { Refusal } from '../../contract/errors';
import type { StaffProcedureContract } from '../../contract/staff/shapes';
import { answerOnce, requestKeyOf } from '../../domain/answers';
import { type Authorisation, applicantIdOf, authorise, recordUse, requireActing } from '../../domain/staff';
import type { Platform } from '../../platform';
import type { Person } from '../answer-client';
import type { ReadCall } from '../read-call';
import { takePermits } from '../take-permits';
import { type Deed, strangerOf } from './deed';
import type { AnyCall, AnyHandler } from './handler';
import { ratesOf } from './rates';
import { recordReading } from './record-reading';
import { recordRefusal } from './record-refusal';

/**
 * Checks rate and permission, then runs the procedure; nobody gets past without the permission that the contract
 * names. Rate windows and the person are looked up side by side: five database calls in two round trips. A denial, and
 * a reading that shows people, leave an audit entry; what changes something writes its own.
 */
export async function runCall(
  platform: Platform,
  call: ReadCall<StaffProcedureContract, AnyHandler>,
  person: Person,
): Promise<unknown> {
  const { procedure, contract } = call;
  const [authorisation] = await Promise.all([
    authorisationOf(platform, call, person),
    takePermits(platform, person, `staff:${procedure}`, ratesOf(procedure, contract.mutating)),
  ]);
  const deed = { platform, call, person, authorisation };
  try {
    return await perform(deed);
  } catch (error) {
    await recordRefusal(deed, error);
    throw error;
  }
}

/** Visitors are not looked up: what anybody may do asks nothing of him, and every rider's 我的 asks for the entrance. */
const authorisationOf = async (
  platform: Platform,
  { contract, handler, requestId }: Deed['call'],
  { openid }: Person,
): Promise<Authorisation> =>
  handler.access === 'visitor'
    ? strangerOf(platform, openid)
    : authorise(platform, { openid, permission: contract.permission, requestId });

async function perform(deed: Deed): Promise<unknown> {
  const { platform, call, authorisation } = deed;
  const { denied, actor } = authorisation;
  if (denied) throw new Refusal(denied.code, denied.details);
  if (call.handler.access === 'member' && !actor) throw new Refusal('NOT_STAFF');
  const output = await work(deed);
  if (actor?.permission && authorisation.useDue) {
    await recordUse(platform, { staffId: actor.staffId, permission: actor.permission });
  }
  return output;
}

/** Visitors are named by the same digest before and after they became staff: a repeat finds its answer. */
const whoOf = ({ platform, call, person, authorisation }: Deed): string =>
  call.handler.access === 'member' ? authorisation.actorId : applicantIdOf(platform, person.openid);

async function work(deed: Deed): Promise<unknown> {
  const { platform, person, authorisation, call } = deed;
  const { handler, input, procedure, requestId } = call;
  const { actor } = authorisation;
  const uid = whoOf(deed);
  const given = {
    platform,
    input,
    requestId,
    requestKey: `${procedure}:${uid}:${requestId}`,
    openid: person.openid,
    actor,
    permissions: authorisation.permissions,
  } as AnyCall;
  if ('read' in handler) {
    const output = await handler.read(given);
    if (call.contract.audited === 'reads') await recordReading(deed, handler.target?.(output) ?? null);
    return output;
  }
  // `readCall` refuses a mutating call without an id.
  const request = requestKeyOf(platform, { procedure, uid, requestId: requestId ?? '', input });
  const written = await answerOnce(platform, request, async transaction => {
    if (actor && handler.access === 'member' && !handler.asksAgain) {
      await requireActing(transaction, platform, actor);
    }
    return handler.write(transaction, given);
  });
  return 'answer' in handler ? handler.answer(given, written) : written;
}
