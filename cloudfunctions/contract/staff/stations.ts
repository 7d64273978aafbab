import * as z from 'zod';
import { reason, type StaffProcedureContract } from './shapes';

const station = z.string().trim().min(1, '请选择车站').max(40);

const poster = {
  station: z.string(),
  lines: z.array(z.string()),
  /** Posters of earlier editions are refused. */
  edition: z.int().positive(),
};

/** A QR code row by row, `1` being dark; the phone draws it. */
const picture = z.array(z.string().regex(/^[01]+$/));

/** Most posters that one call signs. */
const MOST_POSTERS = 100;

export const stationsProcedures = {
  /** Every station of the city's network, in its order. */
  'stations.list': {
    input: z.strictObject({}),
    output: z.strictObject({ city: z.string(), stations: z.array(z.strictObject(poster)) }),
    permission: 'stations.read',
    mutating: false,
  },
  /** One station's poster, to be looked at. `NOT_FOUND` where there is no such station. */
  'stations.poster': {
    input: z.strictObject({ station }),
    output: z.strictObject({ ...poster, text: z.string(), picture }),
    permission: 'stations.read',
    mutating: false,
  },
  /** What is printed on posters, for `npm run station:posters`: of all stations in the network's order, from `after` on. */
  'stations.posters': {
    input: z.strictObject({
      after: z.int().min(0).default(0),
      limit: z.int().min(1).max(MOST_POSTERS).default(MOST_POSTERS),
    }),
    output: z.strictObject({
      posters: z.array(z.strictObject({ ...poster, text: z.string() })),
      /** Give it back for the next page; null at the end. */
      nextAfter: z.int().nullable(),
    }),
    permission: 'stations.read',
    mutating: false,
  },
  /** The code that a screen at the station shows until `changesAtMs`; it is good for as long again. */
  'stations.screen': {
    input: z.strictObject({ station }),
    output: z.strictObject({
      station: z.string(),
      text: z.string(),
      picture,
      nowMs: z.int(),
      changesAtMs: z.int(),
    }),
    permission: 'stations.screen',
    mutating: false,
  },
  /** A new edition, for a poster that was copied or carried off: from now on the old one is refused. */
  'stations.renewPoster': {
    input: z.strictObject({ station, reason }),
    output: z.strictObject({ station: z.string(), edition: z.int().positive() }),
    permission: 'stations.renew',
    mutating: true,
  },
} as const satisfies Record<string, StaffProcedureContract>;
