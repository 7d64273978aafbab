import { DAY_MS } from '../beijing-time';
import type { Gift, Join } from './city';
import type { Month } from './make-rides';

interface Giver {
  openid: string;
  /** Which part of the month has passed. */
  after: number;
  amount: number;
  /** Place in the list of funds, from 0. */
  fund: number;
  isTakenBack?: true;
}

/**
 * People of every kind, with small change and with most of what they have; by then each of them has earned it in a month
 * that begins on any weekday. The first is the rider that people are told to try things with: early enough that the
 * grams have reached a pool long before the month's end. The last gives in the month's last minutes.
 */
const givers: readonly Giver[] = [
  { openid: 'demo-shift-002', after: 0.13, amount: 100, fund: 0 },
  { openid: 'demo-commuter-001', after: 0.25, amount: 600, fund: 0 },
  { openid: 'demo-commuter-004', after: 0.3, amount: 1200, fund: 1 },
  { openid: 'demo-family-012', after: 0.38, amount: 2000, fund: 0 },
  { openid: 'demo-student-012', after: 0.42, amount: 5000, fund: 2 },
  { openid: 'demo-shift-006', after: 0.46, amount: 4000, fund: 1, isTakenBack: true },
  { openid: 'demo-occasional-004', after: 0.52, amount: 300, fund: 2 },
  { openid: 'demo-student-010', after: 0.58, amount: 50, fund: 0 },
  { openid: 'demo-tourist-001', after: 0.64, amount: 1000, fund: 1 },
  { openid: 'demo-commuter-012', after: 0.7, amount: 10_000, fund: 0 },
  { openid: 'demo-shift-012', after: 0.78, amount: 8000, fund: 2 },
  { openid: 'demo-newcomer-001', after: 0.86, amount: 20_000, fund: 0 },
  { openid: 'demo-newcomer-003', after: 0.998, amount: 1500, fund: 1 },
];

/** Who gives credits to a fund: those of the list who live in this city and have come in by then. */
export function makeGifts(joins: readonly Join[], { startMs, days }: Month): Gift[] {
  return givers.flatMap(({ openid, after, isTakenBack = false, ...gift }) => {
    const atMs = startMs + Math.round(after * days.length * DAY_MS);
    const join = joins.find(({ rider }) => rider.openid === openid);
    return join === undefined || join.atMs >= atMs ? [] : [{ rider: join.rider, atMs, isTakenBack, ...gift }];
  });
}
