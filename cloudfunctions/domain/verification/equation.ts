import { creditPlaces } from '../../contract/open-ledger';
import type { PlaceSum } from './store';

type CreditPlace = (typeof creditPlaces)[number];

/** Both sides of one kind: what was minted, and where it is. */
export interface KindEquation {
  kind: 'carbon' | 'bonus';
  minted: number;
  places: { place: CreditPlace; amount: number }[];
  total: number;
  holds: boolean;
}

const sumOf = (sums: readonly PlaceSum[]): number => sums.reduce((total, { amount }) => total + amount, 0);

/** Not a place, but what passes through has to come out again. */
const CONVERSION = 'conversion';
const MINT = 'mint';

/**
 * Where credits of an account are, as the equation names it. What riders owe counts negative there; a mint gives what
 * is minted, so that its own sum is negative.
 */
export function placeOf(account: string): string {
  const [first = '', rest] = account.split(':');
  if (first === 'sink') return (creditPlaces as readonly string[]).includes(rest ?? '') ? rest! : 'other';
  const places: Record<string, string> = {
    mint: MINT,
    conversion: CONVERSION,
    user: 'users',
    held: 'held',
    debt: 'debt',
    campaign: 'campaigns',
    'pool-intake': 'intake',
    pool: 'pools',
    enterprise: 'enterprises',
    merchant: 'merchants',
  };
  return places[first] ?? 'other';
}

/** The equation of one kind. */
export function equationOf(kind: KindEquation['kind'], all: readonly PlaceSum[]): KindEquation {
  const sums = all.filter(sum => sum.kind === kind);
  const at = (place: string): number => sumOf(sums.filter(sum => sum.place === place));
  const places = creditPlaces
    .map(place => ({ place, amount: at(place) }))
    .filter(({ amount }) => amount !== 0);
  const total = places.reduce((sum, { amount }) => sum + amount, 0);
  const minted = 0 - at(MINT);
  return { kind, minted, places, total, holds: minted === total && at(CONVERSION) === 0 };
}
