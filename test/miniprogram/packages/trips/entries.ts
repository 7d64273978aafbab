import type { Entry } from '../../../../miniprogram/views/statement';

const nothing = { available: 0, held: 0, debt: 0, availableByExpiry: {} };

/** An entry that credits a metro ride from 机场 to 车公庙, unless it is said otherwise. */
export const entryOf = (changed: Partial<Entry> = {}): Entry => ({
  key: 'trip:1',
  account: 'user:r',
  seq: 7,
  reason: 'trip',
  reference: { type: 'trip', id: 'trip:1' },
  postings: [
    {
      source: 'mint:trip',
      destination: 'user:r',
      kind: 'carbon',
      lots: [{ origin: 'sz-2021:2026-11', expiresOn: '2028-11', amount: 1_282 }],
    },
  ],
  balanceAfter: { carbon: { ...nothing, available: 3_000 }, bonus: { ...nothing, available: 88 } },
  atMs: Date.parse('2026-11-20T09:03:00+08:00'),
  day: '2026-11-20',
  trip: {
    mode: 'metro',
    entry: { station: '机场' },
    exit: { station: '车公庙' },
    fromMs: Date.parse('2026-11-20T08:12:00+08:00'),
  },
  ...changed,
});
