import type * as z from 'zod';
import { Refusal } from '../../../contract/errors';
import type { ledgerProcedures, entry as shownEntry } from '../../../contract/ledger';
import {
  listShownEntries,
  readBalance,
  readBalanceAt,
  readEntry,
  readFirstDay,
  type ShownEntry,
  sumMonth,
  sumYear,
  userAccount,
} from '../../../domain/ledger';
import { nameTrips } from '../../../domain/rides';
import { searchEntries } from '../../../domain/statement';
import { endOfMonthMs, isDay, startOfDayMs } from '../../../platform/beijing-time';
import type { HandlersOf } from '../handler';

/** A line of the statement: what people read, without hashes and the stored answer. */
const shown = (entry: ShownEntry): z.input<typeof shownEntry> => ({
  key: entry._id,
  account: entry.account,
  seq: entry.seq,
  reason: entry.reason,
  reference: entry.reference,
  postings: entry.postings,
  balanceAfter: entry.balanceAfter,
  atMs: entry.atMs,
  day: entry.day,
});

const spanOf = (month: string) => ({ fromMs: startOfDayMs(`${month}-01`), belowMs: endOfMonthMs(month) });

/** An entry that takes one back names it by its key, which is the trip's own id: so both lead to the trip. */
const tripIdOf = ({ reference }: ShownEntry): string => reference.id;

export const ledgerHandlers: HandlersOf<typeof ledgerProcedures> = {
  'ledger.balance': {
    access: 'rider',
    run: async ({ platform, uid, input: { day } }) => {
      const account = userAccount(uid);
      if (day === undefined) {
        return { account, atMs: platform.nowMs(), balance: await readBalance(platform, account) };
      }
      if (!isDay(day)) throw new Refusal('INVALID_INPUT', { field: 'day', reason: '没有这一天' });
      const atMs = startOfDayMs(day);
      return { account, atMs, balance: await readBalanceAt(platform, account, atMs) };
    },
  },
  'ledger.statement': {
    access: 'rider',
    run: async ({ platform, uid, input: { cursor, limit, show, trips } }) => {
      const account = userAccount(uid);
      const page = await listShownEntries(platform, account, { cursor: cursor ?? null, limit, show });
      const names = await nameTrips(platform, uid, trips ? page.entries.map(tripIdOf) : []);
      const entries = page.entries.map(entry => ({
        ...shown(entry),
        trip: names.get(tripIdOf(entry)) ?? null,
      }));
      return { account, entries, nextCursor: page.nextCursor };
    },
  },
  'ledger.search': {
    access: 'rider',
    run: async ({ platform, uid, input: { month, cursor, ...question } }) => {
      const { found, ...page } = await searchEntries(platform, uid, {
        ...question,
        cursor: cursor ?? null,
        span: month === undefined ? undefined : spanOf(month),
      });
      return { ...page, entries: found.map(({ entry, trip }) => ({ ...shown(entry), trip })) };
    },
  },
  'ledger.year': {
    access: 'rider',
    run: async ({ platform, uid, input: { year } }) => {
      const account = userAccount(uid);
      const [firstDay, months] = await Promise.all([
        readFirstDay(platform, account),
        sumYear(platform, account, year),
      ]);
      return { firstDay, months };
    },
  },
  'ledger.months': {
    access: 'rider',
    run: async ({ platform, uid, input }) => {
      const sums = input.months.map(async month => ({
        month,
        ...(await sumMonth(platform, userAccount(uid), month)),
      }));
      return { months: await Promise.all(sums) };
    },
  },
  'ledger.entry': {
    access: 'rider',
    run: async ({ platform, uid, input: { key } }) => {
      const entry = await readEntry(platform, key);
      // Somebody else's entry looks like none at all.
      if (entry?.account !== userAccount(uid)) throw new Refusal('NOT_FOUND', { field: 'key' });
      return { entry: { ...entry } };
    },
  },
};
