import * as z from 'zod';
import type { ProcedureContract } from './procedure';

export const milestonesProcedures = {
  /** What the rider's verified grams amount to since the first trip, least milestone first. */
  'milestones.read': {
    input: z.strictObject({}),
    output: z.strictObject({
      today: z.string(),
      grams: z.int().min(0),
      milestones: z.array(
        z.strictObject({
          key: z.string(),
          title: z.string(),
          grams: z.int().positive(),
          source: z.string(),
          reachedDay: z.string().nullable(),
        }),
      ),
    }),
    mutating: false,
  },
} as const satisfies Record<string, ProcedureContract>;
