import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import {
  type ChainedEntry,
  evidenceCommitment,
  GENESIS,
  type ReductionFactor,
  reductionGrams,
  sharedFactor,
  verifyChain,
} from '../proof';

export type Explanation = ProcedureOutput<'rides.explain'>;
export type ProvenEntry = ProcedureOutput<'ledger.entry'>['entry'];

/** What this phone has computed again by itself, and whether it came to what it was told. */
export interface Check {
  name: string;
  isEqual: boolean;
}

export interface Recomputation {
  checks: Check[];
  /** Every check that applies came out equal, and there was at least one. */
  isEqual: boolean;
}

/** The published factor; null without its numbers. */
function publishedFactor({ factor }: Explanation): ReductionFactor | null {
  const { reductionMilligramsPerKm, baselineMilligramsPerKm, emissionMilligramsPerKm } = factor;
  if (reductionMilligramsPerKm !== null) return { reductionMilligramsPerKm };
  if (baselineMilligramsPerKm === null || emissionMilligramsPerKm === null) return null;
  return { baselineMilligramsPerKm, emissionMilligramsPerKm };
}

/** The factor that this trip was paid by: the published one, or the share of it in a car with others. */
export function factorOf(explanation: Explanation): ReductionFactor | null {
  const factor = publishedFactor(explanation);
  const { sharing, trip } = explanation;
  if (factor === null || sharing === null) return factor;
  return sharedFactor(factor, { ...sharing, metres: trip.distanceMetres });
}

/**
 * The smallest of what the operator reported, the shortest path and the way over the points, as far as each is known; the
 * straight line where none is.
 */
function countedMetres({
  partnerDistanceMetres,
  viaMetres,
  straightMetres,
  legs,
}: Explanation): number | null {
  const pathMetres = legs.length === 0 ? null : legs.reduce((sum, leg) => sum + leg.distanceMetres, 0);
  const known = [partnerDistanceMetres, viaMetres, pathMetres].filter(metres => metres !== null);
  return known.length === 0 ? straightMetres : Math.min(...known);
}

function isGramsEqual(explanation: Explanation): boolean {
  const factor = factorOf(explanation);
  const { trip } = explanation;
  return factor !== null && reductionGrams(factor, trip.distanceMetres) === trip.grams;
}

/** The entry's commitment is the salted hash of the evidence, and the evidence says the same as the page. */
function isCommitted({ salt, evidence, trip, sharing }: Explanation, entry: ProvenEntry): boolean {
  const isSame =
    evidence.distanceMetres === trip.distanceMetres &&
    evidence.grams === trip.grams &&
    (evidence.occupants ?? null) === (sharing?.occupants ?? null);
  return isSame && evidenceCommitment(salt, evidence) === entry.commitment;
}

/** Hangs the entry on the one before it, whose hash is computed too; the first one hangs on nothing. */
function isChained(entry: ProvenEntry, previous: ProvenEntry | null): boolean {
  const chained = [previous, entry].filter(one => one !== null) as (ProvenEntry & ChainedEntry)[];
  const first = chained[0]!;
  const { seq, previousHash } = first.chain[0]!;
  const after = previous === null ? GENESIS : { seq: seq - 1, head: previousHash };
  return verifyChain(entry.account, chained, after).ok;
}

/** Anything that cannot be computed is not equal. */
function check(name: string, compute: () => boolean): Check {
  try {
    return { name, isEqual: compute() };
  } catch {
    return { name, isEqual: false };
  }
}

/**
 * Computes a trip's grams again from the numbers on the page and, where it was credited, commitment and chain link.
 * `previous` is the account's entry before, null for the first one.
 */
export function recompute(
  explanation: Explanation,
  entry: ProvenEntry | null,
  previous: ProvenEntry | null,
): Recomputation {
  const checks = [
    check('路程取较小值', () => countedMetres(explanation) === explanation.trip.distanceMetres),
    check('克数', () => isGramsEqual(explanation)),
  ];
  if (entry !== null) {
    checks.push(check('行程凭证', () => isCommitted(explanation, entry)));
    checks.push(check('账本链接', () => isChained(entry, previous)));
  }
  return { checks, isEqual: checks.every(({ isEqual }) => isEqual) };
}
