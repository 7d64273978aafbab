import type { Collection, Conditions, Database } from './database';

/** Fifteen digits, which sort as text like the times. */
export const sortableTime = (atMs: number): string => String(atMs).padStart(15, '0');

/** `<atMs, 15 digits>-<id>`: sorts like the time and is never equal, so that pages neither skip nor repeat. */
export const positionAt = (atMs: number, id: string): string => `${sortableTime(atMs)}-${id}`;

export interface PageAsked {
  /** Where the page before ended; null for the first one. */
  cursor: string | null;
  limit: number;
}

/** A page of documents by their positions, the latest first, with the next one's cursor, null at the end. One database call. */
export async function latestPage<T extends { _id: string; position: string }>(
  database: Database,
  collection: Collection<T>,
  where: Conditions,
  { cursor, limit }: PageAsked,
): Promise<{ shown: T[]; nextCursor: string | null }> {
  const found = await database.find(collection, {
    where: { ...where, ...(cursor !== null && { position: { below: cursor } }) },
    orderBy: [['position', 'desc']],
    limit: limit + 1,
  });
  const shown = found.slice(0, limit);
  return { shown, nextCursor: found.length > limit ? (shown.at(-1)?.position ?? null) : null };
}
