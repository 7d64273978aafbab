import { startOfDayMs } from '../beijing-time';
import type { Scene } from './scene';
import { books } from './scenes/books';
import { joining } from './scenes/joining';
import { looking } from './scenes/looking';
import { modes } from './scenes/modes';
import { numbers } from './scenes/numbers';
import { partners } from './scenes/partners';
import { reports } from './scenes/reports';
import { retirements } from './scenes/retirements';
import { rights } from './scenes/rights';

const DAY_MINUTES = 24 * 60;
const MINUTE_MS = 60_000;

const minuteOf = ({ day, time }: Scene): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return day * DAY_MINUTES + hours * 60 + minutes;
};

/** All that the team does in the month, in order. */
export const story: readonly Scene[] = [
  ...joining,
  ...numbers,
  ...partners,
  ...modes,
  ...rights,
  ...books,
  ...looking,
  ...reports,
  ...retirements,
].sort((left, right) => minuteOf(left) - minuteOf(right));

/** @param startDay first Beijing day of the month */
export const sceneAtMs = (scene: Scene, startDay: string): number =>
  startOfDayMs(startDay) + minuteOf(scene) * MINUTE_MS;
