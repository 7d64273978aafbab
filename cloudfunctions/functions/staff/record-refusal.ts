import { type ErrorCode, Refusal } from '../../contract/errors';
import { recordDenial } from '../../domain/audit';
import { authorise } from '../../domain/staff';
import type { Person } from '../answer-client';
import { takePermits } from '../take-permits';
import { auditEventOf, type Deed } from './deed';
import { denialRates } from './rates';

/**
 * Refusals that say that somebody may not. To be asked for a one-time code is part of the ordinary way and no denial;
 * wrong codes are written down where they are counted.
 */
const denials: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'NOT_STAFF',
  'STAFF_RESTING',
  'ONE_TIME_CODE_NOT_SET',
  'FORBIDDEN',
  'OWN_REQUEST',
  'NOT_HELD',
  'CLAIM_REFUSED',
]);

const isRateLimited = (error: unknown): boolean => error instanceof Refusal && error.code === 'RATE_LIMITED';

/** A visitor was not looked up before: he may be a member all the same. */
async function withActor(deed: Deed): Promise<Deed> {
  const { platform, call, person } = deed;
  if (call.handler.access === 'member') return deed;
  const { openid } = person;
  const { requestId } = call;
  return { ...deed, authorisation: await authorise(platform, { openid, permission: 'anyone', requestId }) };
}

/** Members are few and counted each alone: nobody else at their address can use up what is written down of them. */
const countedAs = ({ person, authorisation }: Deed): Person =>
  authorisation.member === null ? person : { ...person, address: '' };

/**
 * Writes a denial into the audit log; any other error is passed over. A flood does not fill the log: beyond
 * `denialRates` a denial is only a line of the function's own log. Seven database calls, two for what is beyond.
 */
export async function recordRefusal(deed: Deed, error: unknown): Promise<void> {
  if (!(error instanceof Refusal) || !denials.has(error.code)) return;
  const { platform, call } = deed;
  try {
    const known = await withActor(deed);
    await takePermits(platform, countedAs(known), 'staff-denials', denialRates);
    await recordDenial(platform, { ...auditEventOf(known), result: 'denied', code: error.code });
  } catch (problem) {
    // Who is denied hears just that, whatever becomes of the entry.
    const reason = isRateLimited(problem) ? 'flood' : String(problem);
    platform.log('staff.denial-unrecorded', { procedure: call.procedure, code: error.code, reason });
  }
}
