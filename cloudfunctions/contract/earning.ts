import * as z from 'zod';
import type { ProcedureContract } from './procedure';

const count = z.int().min(0);
/** Credited trips by the Beijing day of their entry, and the grams credited for them. */
const sum = { trips: count, grams: count };

/** What pays a bonus without a signature; `other` is all that has no name here. */
export const incentiveSources = [
  'bike-track',
  'station-code',
  'self-report',
  'steps',
  'plan',
  'manual',
  'other',
] as const;

export const earningProcedures = {
  /**
   * A rider's month: what signed rides spared, by way of travelling and by day, and what everything else paid, by source.
   * No place is named, so that what is made of it can be shown around without telling where somebody lives and works.
   */
  'earning.month': {
    input: z.strictObject({ month: z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份格式应为 YYYY-MM') }),
    output: z.strictObject({
      /** The server's Beijing day: how far a month that is not over has come. */
      today: z.string(),
      /** Of the rider's first trip or entry; null before both. */
      firstDay: z.string().nullable(),
      month: z.string(),
      rides: z.strictObject({
        ...sum,
        metres: count,
        /** On which there was a trip. */
        days: count,
        stations: count,
        /** The three that most trips used. */
        lines: z.array(z.strictObject({ line: z.string(), trips: z.int().positive() })).max(3),
        /** The one that spared most first. */
        modes: z.array(z.strictObject({ mode: z.string(), ...sum })),
        byDay: z
          .array(z.strictObject({ day: z.string(), ...sum }))
          .min(28)
          .max(31),
      }),
      /** Bonus, by the time of own trips and else of the entries, less what went back. Most first. */
      incentives: z.array(
        z.strictObject({ source: z.enum(incentiveSources), times: count, credits: z.int().positive() }),
      ),
    }),
    mutating: false,
  },
} as const satisfies Record<string, ProcedureContract>;
