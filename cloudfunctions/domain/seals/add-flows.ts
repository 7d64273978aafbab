import type { Flow, Intake } from './sealed-log';
import type { LateCount } from './store';

/** One sum for each name, in the order of the names; those of zero are left out. */
function summed<T extends { amount: number }>(items: Iterable<T>, nameOf: (item: T) => string): T[] {
  const sums = new Map<string, T>();
  for (const item of items) {
    const known = sums.get(nameOf(item));
    sums.set(nameOf(item), { ...item, amount: item.amount + (known?.amount ?? 0) });
  }
  return [...sums]
    .filter(([, { amount }]) => amount !== 0)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, item]) => item);
}

export const addFlows = (flows: Iterable<Flow>): Flow[] =>
  summed(flows, ({ account, kind, origin }) => `${account} ${kind} ${origin}`);

export const addIntakes = (intakes: Iterable<Intake>): Intake[] =>
  summed(intakes, ({ day, origin }) => `${day} ${origin}`);

export const addLate = (counts: Iterable<LateCount>): LateCount[] =>
  summed(
    Array.from(counts, ({ day, count }) => ({ day, amount: count })),
    ({ day }) => day,
  ).map(({ day, amount }) => ({ day, count: amount }));
