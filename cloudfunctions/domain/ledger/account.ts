/** `carbon`: 1 credit = 1 g CO2e that a partner has signed for. `bonus`: an incentive, never a reduction. */
export type Kind = 'carbon' | 'bonus';
export const kinds: readonly Kind[] = ['carbon', 'bonus'];

/** Bonus credits have no origin; carbon's is factor set and vintage month, `sz-2021:2026-11`. */
export const NO_ORIGIN = '-';
/** Outside of user accounts a lot has no expiry: it is set when the lot is credited to a user. */
export const NO_EXPIRY = '-';

/** Credits of one kind, origin and expiry; in postings the amount that moves, always a positive integer. */
export interface PostedLot {
  origin: string;
  /** Month `YYYY-MM` (valid to its last second, Beijing time) or `NO_EXPIRY`. */
  expiresOn: string;
  amount: number;
}

/** A lot in a user's account. */
export interface Lot extends PostedLot {
  kind: Kind;
  /** Day until which a carbon lot may still be reversed; it stays a lot of its own until then. */
  settlesOn?: string;
}

/** Lots set aside for an order. Opened, posted and voided by a later feature; the fields are in every account. */
export interface Hold {
  key: string;
  deadlineMs: number;
  lots: Lot[];
}

/** What a reversal could not take back, oldest first. */
export interface Debt {
  kind: Kind;
  origin: string;
  amount: number;
}

/** The document of a guarded account. Never below zero: what is owed is a debt, in its own list. */
export interface Account {
  _id: string;
  /** Number of the account's last entry. */
  seq: number;
  /** Hash of the account's last entry. */
  head: string;
  lots: Lot[];
  holds: Hold[];
  debts: Debt[];
  /** Carbon credited and not reversed, by vintage month: what monthly caps look at. The latest months only. */
  carbonByVintage: Record<string, number>;
  /** Key of the first entry that credited carbon. */
  firstCarbonKey: string | null;
  updatedAtMs: number;
}

export const userAccount = (uid: string): string => `user:${uid}`;
export const isUserAccount = (account: string): boolean => account.startsWith('user:');

/** Where a user's debts stand. Nobody else has any: throws `RangeError`. */
export function debtAccount(account: string): string {
  if (!isUserAccount(account)) throw new RangeError(`${account} can have no debt`);
  return account.replace(/^user:/, 'debt:');
}

export const emptyAccount = (id: string, genesisHash: string): Account => ({
  _id: id,
  seq: 0,
  head: genesisHash,
  lots: [],
  holds: [],
  debts: [],
  carbonByVintage: {},
  firstCarbonKey: null,
  updatedAtMs: 0,
});
