import * as z from 'zod';
import { Refusal } from '../../contract/errors';
import { partnerBodies } from '../../contract/partner';
import { bindToken, unbindToken } from '../../domain/bindings';
import { creditWaitingRides, reconcileDay, recordRides, reverseRide } from '../../domain/rides';
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
  return { bound: true };
}

function unbindings({ platform, partner, body }: RouteCall): Promise<object> {
  const { riderToken } = parseInput(partnerBodies.unbindings, body);
  return unbindToken(platform, { partnerId: partner.partnerId, riderToken });
}

function rides({ platform, partner, body, deadlineMs }: RouteCall): Promise<object> {
  const batch = parseInput(partnerBodies.rides, body);
  return recordRides(platform, { partner, rides: batch.rides, deadlineMs });
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

const liveRoutes: Readonly<Record<string, Route>> = {
  'POST bindings': bindings,
  'POST unbindings': unbindings,
  'POST rides': rides,
  'POST reversals': reversals,
  'GET days': days,
};

/** Each is named, so that a route of tomorrow does not reach the books from the sandbox. */
const triedRoutes: Readonly<Record<string, Route>> = { ...sandboxRoutes, 'GET days': days };

/** Segments behind the route's name. */
const mostSegments = (name: string): number => (name === 'days' ? 2 : 0);

/** The route's name stands behind `/partner/v1/`; only `days` takes more segments. */
export function route(method: string, path: string, call: Omit<RouteCall, 'rest'>): Promise<object> {
  const [name = '', ...rest] = path.replace(/^\/partner\/v1\//, '').split('/');
  const routes = call.partner.state === 'sandbox' ? triedRoutes : liveRoutes;
  const handler = routes[`${method} ${name}`];
  if (!handler || rest.length > mostSegments(name)) throw new Refusal('NOT_FOUND', { field: 'path' });
  return handler({ ...call, rest });
}
