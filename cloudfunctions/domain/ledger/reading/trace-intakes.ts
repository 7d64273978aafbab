import type { Platform } from '../../../platform';
import { intakeAccount } from '../account-names';
import { RETIRED } from '../retire';
import { type PoolSerials, poolSerials } from '../store';

/** Grams of one origin that went into the intake of a day. */
export interface IntakeShare {
  origin: string;
  day: string;
  amount: number;
}

/** A share of an intake, and what became of the intake as a whole. */
export interface IntakeTrace {
  day: string;
  amount: number;
  /** Everybody's grams that came from this intake into the pool. */
  pooled: number;
  /** Their numbers. */
  serials: { from: number; to: number }[];
  retired: number;
  /** Left the pool for somebody who may still retire them. */
  withEnterprises: number;
  /** Those that were retired, by the entry that did it, in the order of their numbers. */
  retirements: { entryKey: string; amount: number; atMs: number }[];
}

type Range = Pick<PoolSerials, 'origin' | 'direction' | 'from' | 'to' | 'counterpart' | 'entryKey' | 'atMs'>;

/** What a query gives at most. */
const MOST_RANGES = 1_000;

const rangesOf = (
  platform: Platform,
  where: { origin: string[]; counterpart?: string[] },
): Promise<Range[]> =>
  platform.database.find(poolSerials, {
    where: {
      origin: { oneOf: where.origin },
      direction: where.counterpart ? 'in' : 'out',
      ...(where.counterpart && { counterpart: { oneOf: where.counterpart } }),
    },
    orderBy: [
      ['origin', 'asc'],
      ['direction', 'asc'],
      ['from', 'asc'],
    ],
    limit: MOST_RANGES,
    fields: ['origin', 'direction', 'from', 'to', 'counterpart', 'entryKey', 'atMs'],
  });

const sizeOf = ({ from, to }: { from: number; to: number }): number => Math.max(0, to - from + 1);

const common = (left: Range, right: Range): number =>
  sizeOf({ from: Math.max(left.from, right.from), to: Math.min(left.to, right.to) });

function traceOf(
  { origin, day, amount }: IntakeShare,
  incoming: readonly Range[],
  outgoing: readonly Range[],
) {
  const own = incoming.filter(range => range.origin === origin && range.counterpart === intakeAccount(day));
  const leaving = outgoing.filter(range => range.origin === origin);
  const taken = leaving
    .map(out => ({ ...out, amount: own.reduce((part, range) => part + common(range, out), 0) }))
    .filter(part => part.amount > 0);
  const retired = taken.filter(({ counterpart }) => counterpart === RETIRED);
  const sumOf = (parts: readonly { amount: number }[]) => parts.reduce((sum, part) => sum + part.amount, 0);
  return {
    day,
    amount,
    pooled: own.reduce((sum, range) => sum + sizeOf(range), 0),
    serials: own.map(({ from, to }) => ({ from, to })),
    retired: sumOf(retired),
    withEnterprises: sumOf(taken) - sumOf(retired),
    retirements: retired.map(part => ({ entryKey: part.entryKey, amount: part.amount, atMs: part.atMs })),
  };
}

/** The numbers that pools gave to intakes, and what became of them. Two database calls, none without a share. */
export async function traceIntakes(
  platform: Platform,
  shares: readonly IntakeShare[],
): Promise<{ byOrigin: Map<string, IntakeTrace[]>; isWhole: boolean }> {
  const byOrigin = new Map<string, IntakeTrace[]>();
  if (shares.length === 0) return { byOrigin, isWhole: true };
  const origin = [...new Set(shares.map(share => share.origin))];
  const counterpart = [...new Set(shares.map(({ day }) => intakeAccount(day)))];
  const [incoming, outgoing] = await Promise.all([
    rangesOf(platform, { origin, counterpart }),
    rangesOf(platform, { origin }),
  ]);
  for (const share of [...shares].sort((left, right) => (left.day < right.day ? 1 : -1))) {
    const traces = byOrigin.get(share.origin) ?? [];
    byOrigin.set(share.origin, [...traces, traceOf(share, incoming, outgoing)]);
  }
  return { byOrigin, isWhole: Math.max(incoming.length, outgoing.length) < MOST_RANGES };
}
