import type { Account, Entry } from '../../../cloudfunctions/domain/ledger';
import { GENESIS_HASH } from '../../../miniprogram/proof';

const AT_MS = Date.parse('2026-11-10T08:00:00+08:00');
const DAYS_TO_SETTLE = 7;

const hex = (number: number): string => number.toString(16).padStart(64, '0');

/** The account of a rider who has ridden for two months: two lots that have settled and one a day that has not. */
export function sampleAccount(id: string): Account {
  const settled = ['2026-10', '2026-11'].map((vintage, at) => ({
    kind: 'carbon' as const,
    origin: `sz-2021:${vintage}`,
    expiresOn: at === 0 ? '2028-10' : '2028-11',
    amount: 12_345,
  }));
  const fresh = Array.from({ length: DAYS_TO_SETTLE }, (_, day) => ({
    kind: 'carbon' as const,
    origin: 'sz-2021:2026-11',
    expiresOn: '2028-11',
    amount: 800 + day,
    settlesOn: `2026-11-${11 + day}`,
  }));
  return {
    _id: id,
    seq: 0,
    head: GENESIS_HASH,
    lots: [...settled, ...fresh],
    holds: [],
    debts: [],
    carbonByVintage: { '2026-10': 12_345, '2026-11': 17_966 },
    firstCarbonKey: `trip:bawei:${hex(1)}`,
    nextExpiryOn: '2028-10',
    nextDeadlineMs: null,
    updatedAtMs: AT_MS,
  };
}

/** An entry as a ride makes it, of about one and a half kilobytes. */
export function sampleEntry(account: string, seq: number, key: string): Entry {
  const lots = [{ origin: 'sz-2021:2026-11', expiresOn: '2028-11', amount: 467 }];
  const balanceAfter: Entry['balanceAfter'] = {
    carbon: {
      available: 30_778,
      held: 0,
      debt: 0,
      availableByExpiry: { '2028-10': 12_345, '2028-11': 18_433 },
    },
    bonus: { available: 0, held: 0, debt: 0, availableByExpiry: {} },
  };
  return {
    _id: key,
    requestHash: hex(seq),
    account,
    seq,
    reason: 'trip',
    reference: { type: 'trip', id: key },
    commitment: hex(seq + 1),
    postings: [{ source: 'mint:trip', destination: account, kind: 'carbon', lots }],
    balanceAfter,
    answer: { creditedGrams: 467, availableCarbon: 30_778 },
    parametersVersion: 1,
    atMs: AT_MS + seq,
    day: '2026-11-10',
    chain: [{ account, seq, previousHash: hex(seq + 2), hash: hex(seq + 3) }],
  };
}
