/** Accounts that the killed writers transfer between, and what each begins with. */
export const ACCOUNTS = 8;
export const START_BALANCE = 1000;
