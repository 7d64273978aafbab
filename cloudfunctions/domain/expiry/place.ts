import type { ExpiryPlace } from '../ledger';

/** A job's cursor: `2026-11/user:…`. A month has always seven characters. */
export const cursorOf = ({ month, accountId }: ExpiryPlace): string => `${month}/${accountId}`;

export const placeOf = (cursor: string | null): ExpiryPlace | null =>
  cursor === null ? null : { month: cursor.slice(0, 7), accountId: cursor.slice(8) };
