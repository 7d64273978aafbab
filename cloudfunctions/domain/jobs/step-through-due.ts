import type { Collection, Platform } from '../../platform';
import type { Step } from './job';

/** Documents that are to be looked at from a time of their own on. */
export interface Due<T extends { _id: string }> {
  collection: Collection<T>;
  /** The indexed field with that time; null where nothing is to be done any more. */
  field: { [field in keyof T]: T[field] extends number | null ? field : never }[keyof T] & string;
  /** At most so many in a step. */
  limit: number;
  /** What cannot be done it notes itself: an error ends the step, and the next one begins with the same document. */
  look(document: T): Promise<void>;
}

/**
 * A job's step through what is due. The cursor is the time for which the last document looked at was due; of several due
 * at the very same time some may be left for the next run.
 */
export async function stepThroughDue<T extends { _id: string }>(
  platform: Platform,
  { cursor, deadlineMs }: Step,
  { collection, field, limit, look }: Due<T>,
): Promise<{ cursor: string | null }> {
  const found = await platform.database.find(collection, {
    where: { [field]: { above: Number(cursor ?? 0), upTo: platform.nowMs() } },
    orderBy: [
      [field, 'asc'],
      ['_id', 'asc'],
    ],
    limit,
  });
  for (const document of found) {
    await look(document);
    if (platform.nowMs() >= deadlineMs) return { cursor: String(document[field]) };
  }
  return { cursor: found.length === limit ? String(found.at(-1)![field]) : null };
}
