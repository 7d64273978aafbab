/** What a rider knows an entry by, as it stands in the ledger now. */
export interface ReadEntry {
  reason: string;
  day: string;
  /** What it adds to what can be spent, in credits; less than nothing for what it takes. */
  amount: number;
}

interface Posting {
  source?: unknown;
  destination?: unknown;
  lots?: { amount?: unknown }[];
}

const amountOf = ({ lots = [] }: Posting): number =>
  lots.reduce((sum, lot) => sum + (Number(lot.amount) || 0), 0);

/** Reads what may have been forged: nothing but the account's name is taken for granted. Null for what cannot be read. */
export function readEntry(entry: Readonly<Record<string, unknown>>, account: string): ReadEntry | null {
  const { reason, day, postings } = entry;
  if (typeof reason !== 'string' || typeof day !== 'string' || !Array.isArray(postings)) return null;
  try {
    const sumTo = (side: 'source' | 'destination'): number =>
      (postings as Posting[])
        .filter(posting => posting[side] === account)
        .reduce((sum, posting) => sum + amountOf(posting), 0);
    return { reason, day, amount: sumTo('destination') - sumTo('source') };
  } catch {
    return null;
  }
}
