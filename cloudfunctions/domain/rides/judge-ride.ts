import { type ReductionFactor, reductionGrams, reductionOf } from '../../../miniprogram/proof';
import { type PartnerRide, type RideRejection, rideRejections } from '../../contract/partner';
import { beijingDay, DAY_MS, daysTouched } from '../../platform/beijing-time';
import { chooseFactorSet, type FactorRow, type FactorSet, originOf, rowOf } from '../factors';
import { networkOf } from '../network';
import { measureRide, type Problem, type RideDistance } from './measure-ride';
import { isPlausibleSpeed } from './plausible-speed';
import { factorForRide } from './share-car';

/** As long as gates in Beijing and Shanghai let people stay; those in Shenzhen call it too long after 210 minutes. */
export const LONGEST_MS = 4 * 3_600_000;

/** Feeds come late, but not by a month. */
export const OLDEST_MS = 30 * DAY_MS;

/** What a ride is judged by, besides itself. */
export interface RideContext {
  /** The partner's city: it decides the factor sets and the network. */
  readonly city: string;
  /** The modes that the partner may report. */
  readonly allowedModes: readonly string[];
  /** Sets of any city and time; the one that counts is chosen by the day of entry. */
  readonly factorSets: readonly FactorSet[];
  /** When the ride first came: its age is judged then, however long it waits for a rider. */
  readonly receivedAtMs: number;
}

export interface AcceptedRide {
  readonly mode: string;
  readonly fromMs: number;
  readonly toMs: number;
  /** Beijing day of the entry; vintage, factor and caps follow it. */
  readonly day: string;
  /** Every Beijing day that the ride touches, `day` first. */
  readonly days: readonly string[];
  /** What counts. */
  readonly distanceMetres: number;
  readonly partnerDistanceMetres: number | null;
  /** How the distance was measured. */
  readonly measured: RideDistance;
  readonly factorSet: FactorSet;
  readonly factorRow: FactorRow;
  /** The row's, or what is left of it for each person in a shared car. */
  readonly reductionMilligramsPerKm: number;
  readonly grams: number;
  readonly origin: string;
}

export interface RejectedRide {
  readonly code: RideRejection;
  /** In Chinese, for people. */
  readonly message: string;
  readonly field: string;
}

export type Judgement = { readonly accepted: AcceptedRide } | { readonly rejected: RejectedRide };

/**
 * Whether a ride as the contract lets it in is taken, and what it avoids. It is judged by itself alone: overlaps and
 * caps depend on the rider's other trips. The first reason to refuse is the one that is told. Never throws.
 */
export function judgeRide(ride: PartnerRide, context: RideContext): Judgement {
  const early = problemOfPermission(ride, context) ?? problemOfTime(ride, context.receivedAtMs);
  if (early) return rejection(early);
  const day = beijingDay(ride.entry.atMs);
  const factorSet = chooseFactorSet(context.factorSets, context.city, day);
  const factorRow = factorSet && rowOf(factorSet, ride.mode);
  if (!factorSet || !factorRow) return rejection({ code: 'MODE_NOT_ALLOWED', field: 'mode' });
  const distance = measureRide(ride, networkOf(context.city));
  if ('code' in distance) return rejection(distance);
  const late = problemOfSpeed(ride, distance);
  if (late) return rejection(late);
  const factor = factorForRide(ride, factorRow, distance.distanceMetres);
  if ('code' in factor) return rejection(factor);
  return { accepted: accepted(ride, distance, factor, { factorSet, factorRow }) };
}

function rejection({ code, field }: Problem): Judgement {
  return { rejected: { code, message: rideRejections[code], field } };
}

function problemOfPermission(ride: PartnerRide, { allowedModes }: RideContext): Problem | undefined {
  return allowedModes.includes(ride.mode) ? undefined : { code: 'MODE_NOT_ALLOWED', field: 'mode' };
}

function problemOfTime({ entry, exit }: PartnerRide, receivedAtMs: number): Problem | undefined {
  if (exit.atMs <= entry.atMs) return { code: 'EXIT_BEFORE_ENTRY', field: 'exit.atMs' };
  if (exit.atMs > receivedAtMs) return { code: 'IN_THE_FUTURE', field: 'exit.atMs' };
  if (receivedAtMs - entry.atMs > OLDEST_MS) return { code: 'TOO_OLD', field: 'entry.atMs' };
  if (exit.atMs - entry.atMs > LONGEST_MS) return { code: 'TOO_LONG', field: 'exit.atMs' };
  return undefined;
}

function problemOfSpeed({ mode, entry, exit }: PartnerRide, distance: RideDistance): Problem | undefined {
  if (isPlausibleSpeed(mode, distance.travelledMetres, exit.atMs - entry.atMs)) return undefined;
  return { code: 'IMPOSSIBLE_SPEED', field: distance.path ? 'exit.atMs' : 'distanceMetres' };
}

function accepted(
  ride: PartnerRide,
  measured: RideDistance,
  factor: ReductionFactor,
  { factorSet, factorRow }: Pick<AcceptedRide, 'factorSet' | 'factorRow'>,
): AcceptedRide {
  const { distanceMetres } = measured;
  const { mode, distanceMetres: partnerDistanceMetres = null } = ride;
  const [fromMs, toMs] = [ride.entry.atMs, ride.exit.atMs];
  const days = daysTouched(fromMs, toMs);
  const day = days[0]!;
  return {
    mode,
    fromMs,
    toMs,
    day,
    days,
    distanceMetres,
    partnerDistanceMetres,
    measured,
    factorSet,
    factorRow,
    reductionMilligramsPerKm: reductionOf(factor),
    grams: reductionGrams(factor, distanceMetres),
    origin: originOf(factorSet, day),
  };
}
