/**
 * The names of accounts. *Guarded* ones have a document that never goes below zero: users, campaigns' shards, pools,
 * enterprises, merchants. What a user has set aside and owes is part of the user's document and has names of its own in
 * postings. All others are *open*: nobody writes them, their balance is derived from postings.
 */
export const userAccount = (uid: string): string => `user:${uid}`;
export const isUserAccount = (account: string): boolean => account.startsWith('user:');

function partOfUser(account: string, part: 'debt' | 'held'): string {
  if (!isUserAccount(account)) throw new RangeError(`${account} can have nothing ${part}`);
  return account.replace(/^user/, part);
}

/** Where a user's debts stand. Nobody else has any: throws `RangeError`. */
export const debtAccount = (account: string): string => partOfUser(account, 'debt');

/** Where lots stand that a user has set aside. Nobody else does: throws `RangeError`. */
export const heldAccount = (account: string): string => partOfUser(account, 'held');

export const uidOf = (account: string): string => account.slice('user:'.length);

/** The guarded account in whose document the named one stands; null for an open account. */
export function guardedAccountOf(name: string): string | null {
  if (/^(debt|held):/.test(name)) return name.replace(/^(debt|held)/, 'user');
  return /^(user|campaign|pool|enterprise|merchant):/.test(name) ? name : null;
}

export const poolAccount = (origin: string): string => `pool:${origin}`;
export const isPool = (account: string): boolean => account.startsWith('pool:');
export const intakeAccount = (day: string): string => `pool-intake:${day}`;
export const merchantAccount = (merchantId: string): string => `merchant:${merchantId}`;
export const enterpriseAccount = (enterpriseId: string): string => `enterprise:${enterpriseId}`;

/** Begins the ids of a campaign's shards, and of nothing else: a campaign's id has no `#`. */
export const shardPrefix = (campaignId: string): string => `campaign:${campaignId}#`;

/** Two digits, so that shards sort by number. */
export const shardAccount = (campaignId: string, number: number): string =>
  `${shardPrefix(campaignId)}${String(number).padStart(2, '0')}`;
