import { guardedAccountOf, type Posting } from '../ledger';
import { placeOf } from './equation';
import type { Checkpoint, PlaceSum } from './store';

const nameOf = ({ place, kind, origin }: PlaceSum): string => `${place} ${kind} ${origin}`;

/** One sum for each place, kind and origin, by name; those of zero are left out. */
export function addPlaceSums(sums: Iterable<PlaceSum>): PlaceSum[] {
  const added = new Map<string, PlaceSum>();
  for (const sum of sums) {
    const known = added.get(nameOf(sum));
    added.set(nameOf(sum), { ...sum, amount: sum.amount + (known?.amount ?? 0) });
  }
  return [...added]
    .filter(([, { amount }]) => amount !== 0)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, sum]) => sum);
}

export const negative = (sums: readonly PlaceSum[]): PlaceSum[] =>
  sums.map(sum => ({ ...sum, amount: 0 - sum.amount }));

/** What postings add to accounts without a document. */
export const openSums = (postings: readonly Posting[]): PlaceSum[] =>
  postings.flatMap(({ source, destination, kind, lots }) =>
    lots.flatMap(({ origin, amount }) =>
      [
        { account: source, amount: 0 - amount },
        { account: destination, amount },
      ]
        .filter(({ account }) => guardedAccountOf(account) === null)
        .map(part => ({ place: placeOf(part.account), kind, origin, amount: part.amount })),
    ),
  );

const sumsOf = (place: string, amounts: readonly [name: string, amount: number][]): PlaceSum[] =>
  amounts.map(([name, amount]) => {
    const [kind = '', origin = ''] = name.split(' ');
    return { place, kind, origin, amount };
  });

/** What an account has, as its replay says; what is owed counts negative. */
export function stateSums(account: string, { lots, holds, debts }: Checkpoint['state']): PlaceSum[] {
  return addPlaceSums([
    ...sumsOf(placeOf(account), lots),
    ...holds.flatMap(hold => sumsOf('held', hold.lots)),
    ...negative(sumsOf('debt', debts)),
  ]);
}
