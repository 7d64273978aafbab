import type { Partner } from '../../domain/partners';
import type { Platform } from '../../platform';

/** What a route gets: the partner is known by then, the body is not yet looked at. */
export interface RouteCall {
  platform: Platform;
  partner: Partner;
  body: unknown;
  /** The path's segments behind the route's name. */
  rest: readonly string[];
  deadlineMs: number;
}

export type Route = (call: RouteCall) => Promise<object>;
