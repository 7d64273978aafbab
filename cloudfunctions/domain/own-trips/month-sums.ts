import type { Transaction } from '../../platform';
import type { OwnTripSums } from './rules';
import { type OwnTripMonth, ownTripMonths } from './store';

interface OpenMonth {
  document: OwnTripMonth;
  exists: boolean;
  changed: boolean;
}

const plus = (sums: Readonly<Record<string, number>>, source: string, amount: number) => ({
  ...sums,
  [source]: (sums[source] ?? 0) + amount,
});

/** A rider's months while one transaction works on them: each is read once, and written once when it has changed. */
export class Months {
  private readonly opened = new Map<string, OpenMonth>();

  constructor(
    private readonly transaction: Transaction,
    private readonly uid: string,
  ) {}

  private async open(month: string): Promise<OpenMonth> {
    const known = this.opened.get(month);
    if (known) return known;
    const id = `${this.uid}:${month}`;
    const found = await this.transaction.get(ownTripMonths, id);
    const empty = { _id: id, uid: this.uid, month, bonusBySource: {}, tripsBySource: {} };
    const opened = { document: found ?? empty, exists: found !== null, changed: false };
    this.opened.set(month, opened);
    return opened;
  }

  async sumsOf(month: string, source: string): Promise<Pick<OwnTripSums, 'monthBonus' | 'monthTrips'>> {
    const { document } = await this.open(month);
    return {
      monthBonus: document.bonusBySource[source] ?? 0,
      monthTrips: document.tripsBySource[source] ?? 0,
    };
  }

  /** More bonus and trips of a source, or less. */
  async add(
    month: string,
    source: string,
    { bonus, trips }: { bonus: number; trips: number },
  ): Promise<void> {
    const { document, exists, changed: before } = await this.open(month);
    const added = {
      ...document,
      bonusBySource: plus(document.bonusBySource, source, bonus),
      tripsBySource: plus(document.tripsBySource, source, trips),
    };
    const changed = before || bonus !== 0 || trips !== 0;
    this.opened.set(month, { document: added, exists, changed });
  }

  async close(): Promise<void> {
    for (const { document, exists, changed } of this.opened.values()) {
      if (!changed) continue;
      const { _id: id, ...fields } = document;
      if (exists) await this.transaction.update(ownTripMonths, id, fields);
      else await this.transaction.add(ownTripMonths, document);
    }
  }
}
