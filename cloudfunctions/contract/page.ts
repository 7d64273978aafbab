import * as z from 'zod';

const limit = z.int().min(1).max(50);

/** Which page of a list: `cursor` is the `nextCursor` of the page before, a time with a random id. */
export const page = z.strictObject({
  cursor: z
    .string()
    .regex(/^\d{15}-[0-9a-z]{26}$/)
    .optional(),
  limit,
});

/** The same of trips, whose cursors hold what partners call them. */
export const pageOfTrips = z.strictObject({
  cursor: z.string().max(200).optional(),
  limit: limit.default(20),
});
