import {
  type Account,
  emptyAccount,
  type Hold,
  type Kind,
  type Lot,
} from '../../../../cloudfunctions/domain/ledger/account';
import type { Posting } from '../../../../cloudfunctions/domain/ledger/entry';
import type { LedgerParameters } from '../../../../cloudfunctions/domain/ledger/rules';
import { GENESIS_HASH } from '../../../../miniprogram/proof';

/**
 * Accounts and postings as lines that a person reads in a table:
 * `carbon 100 sz:2026-11 @2028-11 settles 2026-11-17`, `mint:trip > user:r carbon 100 sz:2026-11 @2028-11`.
 */
export const rider = 'user:r';

export const parameters: LedgerParameters = {
  version: 1,
  expiryMonths: 24,
  reversalWindowDays: 7,
  lotLimit: 128,
};

/** An instant by Beijing's wall clock, `2026-11-10 08:00`. */
export const beijing = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00+08:00`);

export function lot(line: string): Lot {
  const [kind, amount, origin, expiresOn, , settlesOn] = line.split(' ');
  return {
    kind: kind as Kind,
    origin: origin!,
    expiresOn: expiresOn!.slice(1),
    amount: Number(amount),
    ...(settlesOn !== undefined && { settlesOn }),
  };
}

export const showLot = ({ kind, amount, origin, expiresOn, settlesOn }: Lot): string =>
  `${kind} ${amount} ${origin} @${expiresOn}${settlesOn === undefined ? '' : ` settles ${settlesOn}`}`;

export interface AccountLines {
  lots?: readonly string[];
  /** In one hold without a deadline to speak of, `hold`. */
  held?: readonly string[];
  holds?: readonly { key: string; until: string; lots: readonly string[] }[];
  /** `carbon 40 sz:2026-10`, oldest first. */
  debts?: readonly string[];
}

const holdOf = (key: string, deadlineMs: number, lines: readonly string[]): Hold => ({
  key,
  deadlineMs,
  reference: { type: 'order', id: 'o' },
  lots: lines.map(lot),
});

export function accountOf({ lots = [], held = [], holds: more = [], debts = [] }: AccountLines): Account {
  const holds = more.map(({ key, until, lots: lines }) => holdOf(key, beijing(until), lines));
  if (held.length > 0) holds.push(holdOf('hold', 0, held));
  return {
    ...emptyAccount(rider, GENESIS_HASH),
    lots: lots.map(lot),
    holds,
    debts: debts.map(line => {
      const [kind, amount, origin] = line.split(' ');
      return { kind: kind as Kind, origin: origin!, amount: Number(amount) };
    }),
  };
}

export const showAccount = (account: Account) => ({
  lots: account.lots.map(showLot),
  held: account.holds.flatMap(hold => hold.lots.map(showLot)),
  debts: account.debts.map(({ kind, amount, origin }) => `${kind} ${amount} ${origin}`),
});

export const showPostings = (postings: readonly Posting[]): string[] =>
  postings.flatMap(({ source, destination, kind, lots }) =>
    lots.map(
      ({ origin, expiresOn, amount }) =>
        `${source} > ${destination} ${kind} ${amount} ${origin} @${expiresOn}`,
    ),
  );

/** Makes sure that a rule changes nothing of what it was given. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const child of Object.values(value)) deepFreeze(child);
  }
  return value;
}
