import * as z from 'zod';
import { Refusal } from '../../contract/errors';
import { partnerBodies } from '../../contract/partner';
import { feedBenefits, judgeBenefit } from '../../domain/benefits';
import { bindToken, cardIdOf, listUnboundCards, readCard, unbindToken } from '../../domain/bindings';
import { noteTrial } from '../../domain/partners';
import { stateDay } from '../../domain/reconciliation';
import { creditWaitingRides, reconcileDay, recordAndTell, reverseRide } from '../../domain/rides';
import { announceRides } from '../../domain/subscriptions';
import type { Platform } from '../../platform';
import { isDay } from '../../platform/beijing-time';
import { parseInput } from '../parse-input';
import type { Route, RouteCall } from './route-call';
import { sandboxRoutes } from './sandbox';

/** The card is bound, whatever happens here; what is not credited now stays due, and the job goes on with it. */
async function creditNow(platform: Platform, tokenId: string, deadlineMs: number): Promise<void> {
  try {
    await creditWaitingRides(platform, tokenId, deadlineMs);
  } catch (error) {
    platform.log('partner.credit-later', { error: String(error) });
  }
}

async function bindings({ platform, partner, body, deadlineMs }: RouteCall): Promise<object> {
  const { bindCode, riderToken } = parseInput(partnerBodies.bindings, body);
  const { partnerId } = partner;
  const { tokenId, creditDue } = await bindToken(platform, { partnerId, bindCode, riderToken });
  if (creditDue) await creditNow(platform, tokenId, deadlineMs);
  return { bound: true, cardId: cardIdOf(tokenId) };
}

/** What the partner may know of a card of his own. */
async function cards({ platform, partner, body }: RouteCall): Promise<object> {
  const { riderToken } = parseInput(partnerBodies.cards, body);
  return readCard(platform, { partnerId: partner.partnerId, riderToken });
}

function unbindings({ platform, partner, body }: RouteCall): Promise<object> {
  const { riderToken } = parseInput(partnerBodies.unbindings, body);
  return unbindToken(platform, { partnerId: partner.partnerId, riderToken });
}

async function rides({ platform, partner, body, deadlineMs }: RouteCall): Promise<object> {
  const batch = parseInput(partnerBodies.rides, body);
  const { answer, credited } = await recordAndTell(platform, { partner, rides: batch.rides, deadlineMs });
  await announceRides(platform, credited, deadlineMs);
  return answer;
}

function reversals({ platform, partner, body }: RouteCall): Promise<object> {
  const { ticketId, reason } = parseInput(partnerBodies.reversals, body);
  return reverseRide(platform, { partnerId: partner.partnerId, ticketId, reason });
}

/** `days/<day>` and, for the next page, `days/<day>/<nextAfter>`. */
const dayPath = z.strictObject({
  day: z.string().refine(isDay),
  after: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .default(''),
});

function days({ platform, partner, rest }: RouteCall): Promise<object> {
  const { day, after } = parseInput(dayPath, { day: rest[0], after: rest[1] });
  return reconcileDay(platform, { partnerId: partner.partnerId, day, after });
}

function statedDay({ platform, partner, body }: RouteCall): Promise<object> {
  const statement = parseInput(partnerBodies.days, body);
  if (!isDay(statement.day)) throw new Refusal('INVALID_INPUT', { field: 'day', reason: '没有这一天' });
  return stateDay(platform, { partnerId: partner.partnerId, ...statement });
}

/** A place in a feed, as an earlier page has named it. */
const placeInFeed = z
  .string()
  .regex(/^\d{15}-[0-9a-z]{26}$/, '请原样传回上一页的 nextAfter')
  .default('');

function unboundCards({ platform, partner, rest }: RouteCall): Promise<object> {
  const after = parseInput(placeInFeed, rest[0]);
  return listUnboundCards(platform, { partnerId: partner.partnerId, after });
}

function waitingBenefits({ platform, partner, rest }: RouteCall): Promise<object> {
  const after = parseInput(placeInFeed, rest[0]);
  return feedBenefits(platform, { partnerId: partner.partnerId, after });
}

/** `benefits/<benefitId>/confirm` and `benefits/<benefitId>/refuse`. */
function benefitVerdict({ platform, partner, body, rest }: RouteCall): Promise<object> {
  const [benefitId = '', verb] = rest;
  const { partnerId } = partner;
  if (verb === 'confirm') {
    const { reference: note } = parseInput(partnerBodies.confirm, body);
    return judgeBenefit(platform, { partnerId, benefitId, ending: 'give', note });
  }
  if (verb !== 'refuse') throw new Refusal('NOT_FOUND', { field: 'path' });
  const { reason: note } = parseInput(partnerBodies.refuse, body);
  return judgeBenefit(platform, { partnerId, benefitId, ending: 'refuse', note });
}

const liveRoutes: Readonly<Record<string, Route>> = {
  'POST bindings': bindings,
  'POST unbindings': unbindings,
  'GET unbindings': unboundCards,
  'POST cards': cards,
  'POST rides': rides,
  'POST reversals': reversals,
  'GET days': days,
  'POST days': statedDay,
  'GET benefits': waitingBenefits,
  'POST benefits': benefitVerdict,
};

/** Each is named, so that a route of tomorrow does not reach the books from the sandbox. */
const triedRoutes: Readonly<Record<string, Route>> = {
  ...sandboxRoutes,
  'GET days': days,
  'GET unbindings': unboundCards,
  'GET benefits': waitingBenefits,
};

/** The most segments behind the route's name. */
const mostSegments: Readonly<Record<string, number>> = {
  'GET days': 2,
  'GET unbindings': 1,
  'GET benefits': 1,
  'POST benefits': 2,
};

/** The route's name stands behind `/partner/v1/`; few take more segments. */
export async function route(method: string, path: string, call: Omit<RouteCall, 'rest'>): Promise<object> {
  const [word = '', ...rest] = path.replace(/^\/partner\/v1\//, '').split('/');
  const name = `${method} ${word}`;
  const isTried = call.partner.state === 'sandbox';
  const handler = (isTried ? triedRoutes : liveRoutes)[name];
  if (!handler || rest.length > (mostSegments[name] ?? 0)) throw new Refusal('NOT_FOUND', { field: 'path' });
  const work = handler({ ...call, rest });
  return isTried ? noted(call, name, work) : work;
}

/** What a partner tries is noted, whether it is refused or not. */
async function noted(
  { platform, partner: { partnerId } }: Omit<RouteCall, 'rest'>,
  name: string,
  work: Promise<object>,
): Promise<object> {
  try {
    const answer = await work;
    await noteTrial(platform, { partnerId, route: name, answer });
    return answer;
  } catch (error) {
    if (error instanceof Refusal) await noteTrial(platform, { partnerId, route: name, answer: error.code });
    throw error;
  }
}
