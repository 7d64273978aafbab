import { createHmac } from 'node:crypto';

/** What a station's codes are made of. */
export interface StationKey {
  /** The environment's STATION_KEY. */
  key: string;
  city: string;
}

const SCREEN_STEP_MS = 30_000;
const SIGNATURE_DIGITS = 32;

function signed({ key, city }: StationKey, letter: 'P' | 'S', station: string, number: number): string {
  const name = Buffer.from(station, 'utf8').toString('base64url');
  const body = ['TDD1', letter, city, name, number].join('.');
  const digest = createHmac('sha256', key).update(`station-code\n${body}`).digest('hex');
  return `${body}.${digest.slice(0, SIGNATURE_DIGITS)}`;
}

/** What hangs at a station, in its first edition. Made as the product makes it, which a test compares. */
export const posterCode = (key: StationKey, station: string): string => signed(key, 'P', station, 1);

/** What a screen at a station shows at that time. */
export const screenCode = (key: StationKey, station: string, atMs: number): string =>
  signed(key, 'S', station, Math.floor(atMs / SCREEN_STEP_MS));
