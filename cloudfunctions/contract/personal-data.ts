import * as z from 'zod';
import type { ProcedureContract } from './procedure';
import { deletion } from './riders';

/**
 * The kinds of data that are kept about a rider; the mini-program says of each what it is for and how long it is kept.
 * A name is never changed: exports carry it.
 */
export const personalDataKinds = [
  'account',
  'cards',
  'trips',
  'tracks',
  'own-trips',
  'station-scans',
  'scheme-claims',
  'reports',
  'ledger',
  'donations',
  'plans',
  'places',
  'steps',
  'benefits',
  'notices',
  'subscriptions',
  'onboarding',
  'requests',
  'counters',
  'exports',
] as const;
export type PersonalDataKind = (typeof personalDataKinds)[number];

const file = z.strictObject({
  name: z.string(),
  bytes: z.int().min(0),
  /** Ends with the export; null when the file is gone already. */
  address: z.string().nullable(),
});

/** `making`: ask again in a few seconds. `ready`: the files are there until `expiresAtMs`, and then deleted. */
export const personalExport = z.strictObject({
  exportId: z.string(),
  state: z.enum(['making', 'ready']),
  requestedAtMs: z.int(),
  expiresAtMs: z.int(),
  files: z.array(file),
});

/** What riders see of the data about them, take with them, and have deleted. None of it asks for consent. */
export const personalDataProcedures = {
  /** What is kept, by kind; `count` is null where counting would cost more than it tells. */
  'personalData.read': {
    input: z.strictObject({}),
    output: z.strictObject({
      kinds: z.array(z.strictObject({ kind: z.enum(personalDataKinds), count: z.int().min(0).nullable() })),
      deletion: deletion.nullable(),
    }),
    mutating: false,
  },
  /** Everything as JSON and CSV files, behind addresses that `latestExport` gives. Three a day. */
  'personalData.export': {
    input: z.strictObject({}),
    output: z.strictObject({ exportId: z.string() }),
    mutating: true,
  },
  /** The latest export that has not expired; null when there is none. */
  'personalData.latestExport': {
    input: z.strictObject({}),
    output: z.strictObject({ export: personalExport.nullable() }),
    mutating: false,
  },
  /** The account is closed after thirty days; asking again does not begin them anew. */
  'personalData.requestDeletion': {
    input: z.strictObject({}),
    output: z.strictObject({ deletion }),
    mutating: true,
  },
  /** Everything stays as it is. Calling off what was not asked for is fine. */
  'personalData.cancelDeletion': {
    input: z.strictObject({}),
    output: z.strictObject({ deletion: z.null() }),
    mutating: true,
  },
} as const satisfies Record<string, ProcedureContract>;
