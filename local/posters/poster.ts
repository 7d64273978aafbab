import * as z from 'zod';

/** What is printed of one station, as the console hands it out. */
export const poster = z.object({
  station: z.string(),
  lines: z.array(z.string()),
  edition: z.int().positive(),
  /** What the picture says; signed by the product, whose key never leaves it. */
  text: z.string().min(1).max(300),
});
export type Poster = z.infer<typeof poster>;

/** A file of posters that the console has saved. */
export const posterFile = z.object({ posters: z.array(poster).min(1) });
