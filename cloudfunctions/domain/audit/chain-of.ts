import type { Platform } from '../../platform';
import { SYSTEM } from './audit-event';

const OUTSIDER = /^outsider:([0-9a-f])[0-9a-f]{31}$/;
const APPLICANT = /^applicant:./;
const STAFF = /^[0-9A-Za-z_-]+$/;

/**
 * The chain of an actor's entries: one for each member of staff and each applicant, so that no document is written by
 * everybody. Outsiders, of whom there is no end, share sixteen. Throws `RangeError` for what is no actor.
 */
export function chainOf(actorId: string): string {
  const outsider = OUTSIDER.exec(actorId);
  if (outsider) return `outsider#${Number.parseInt(outsider[1]!, 16)}`;
  if (actorId === SYSTEM || APPLICANT.test(actorId)) return actorId;
  if (STAFF.test(actorId)) return `staff:${actorId}`;
  throw new RangeError(`${actorId} is no actor`);
}

/** How the log names somebody who is not staff: the same person is the same digest, and nobody can tell who. */
export const outsiderId = (platform: Pick<Platform, 'keyedDigest'>, openid: string): string =>
  `outsider:${platform.keyedDigest('audit-outsider', openid).slice(0, 32)}`;
