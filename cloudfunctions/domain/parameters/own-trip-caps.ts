import type { OwnTripCaps, Parameters } from './rules';

/**
 * What counts until staff say otherwise: our own judgement. A day's bonus is that of some ten kilometres by bicycle three
 * times, of two long ways by metro, of one reported trip; nobody should earn more by telling than by riding.
 */
export const defaultOwnTripCaps: Readonly<Record<string, OwnTripCaps>> = {
  'bike-track': { dayBonusCap: 600, monthBonusCap: 9_000, monthTrips: 90 },
  'station-code': { dayBonusCap: 2_000, monthBonusCap: 30_000, monthTrips: 90 },
  'self-report': { dayBonusCap: 1_000, monthBonusCap: 4_000, monthTrips: 8 },
};

/** A source that nobody has thought of pays nothing. */
const NOTHING: OwnTripCaps = { dayBonusCap: 0, monthBonusCap: 0, monthTrips: 0 };

/** The caps of one source of own trips. */
export const ownTripCaps = ({ earning }: Pick<Parameters, 'earning'>, source: string): OwnTripCaps =>
  earning.ownTrips?.[source] ?? defaultOwnTripCaps[source] ?? NOTHING;
