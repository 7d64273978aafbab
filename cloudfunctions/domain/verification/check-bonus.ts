import type { Platform } from '../../platform';
import { uidOf } from '../ledger';
import { mostCreditsOf, readStepBooks } from '../steps';
import { type BonusEntry, paidBy, wrongBonus } from './bonus-entry';
import { checkOwnTrips } from './check-own-trips';
import { checkPlans } from './check-plans';
import type { Finding } from './store';

/** Mints that pay carbon, which is compared with rides, and those that people pay from, whose approvals are audited. */
const OTHER_MINTS = ['mint:trip', 'mint:manual', 'mint:campaign'];
const COMPARED = ['mint:own-trip', 'mint:steps', 'mint:plan'];
const KNOWN = new Set([...OTHER_MINTS, ...COMPARED]);

function checkMints(entries: readonly BonusEntry[]): Finding[] {
  const isUnknown = (name: string): boolean => name.startsWith('mint:') && !KNOWN.has(name);
  return entries.flatMap(entry => {
    const named = entry.postings
      .filter(({ kind }) => kind === 'bonus')
      .flatMap(({ source, destination }) => [source, destination]);
    const unknown = named.find(isUnknown);
    return unknown ? [wrongBonus(entry, `it pays from ${unknown}, which nothing is paid from`)] : [];
  });
}

/** Steps are kept for a month; whoever has taken the agreement back, or has been forgotten, is believed. */
async function checkSteps(platform: Platform, entries: readonly BonusEntry[]): Promise<Finding[]> {
  const paying = entries.filter(entry => paidBy(entry, 'mint:steps') > 0);
  const uids = [...new Set(paying.map(({ account }) => uidOf(account)))];
  const books = new Map((await readStepBooks(platform, uids)).map(book => [book._id, book.days]));
  return paying.flatMap(entry => {
    const { type, id } = entry.reference;
    const most = type === 'steps' ? mostCreditsOf(id, books.get(uidOf(entry.account)) ?? []) : null;
    const paid = paidBy(entry, 'mint:steps');
    if (most !== null && paid <= most) return [];
    const problem = most === null ? 'it pays for steps without naming days' : `steps can have paid ${most}`;
    return [wrongBonus(entry, problem)];
  });
}

/**
 * Compares entries that pay bonus for something, or take it back, with what they pay for: own trips, steps and plans. What
 * has been forgotten is believed. One database call for each of the three that there is, up to two more for own trips.
 */
export async function checkBonus(platform: Platform, entries: readonly BonusEntry[]): Promise<Finding[]> {
  const found = [checkSteps, checkPlans, checkOwnTrips].map(check => check(platform, entries));
  return [...checkMints(entries), ...(await Promise.all(found)).flat()];
}
