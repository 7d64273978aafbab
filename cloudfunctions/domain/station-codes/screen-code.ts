import type { Platform } from '../../platform';
import { requireStation } from './posters';
import { SCREEN_STEP_MS, screenStepAt } from './rules';
import { signCode } from './sign-code';

export interface ScreenCode {
  station: string;
  text: string;
  /** When the next one is due. This one is good for as long again. */
  changesAtMs: number;
}

/** The code that a screen at a station shows now. No database call. `NOT_FOUND` where there is no such station. */
export function screenCode(platform: Platform, city: string, written: string): ScreenCode {
  const station = requireStation(city, written);
  const step = screenStepAt(platform.nowMs());
  const text = signCode(platform, { kind: 'screen', city, station, number: step });
  return { station, text, changesAtMs: (step + 1) * SCREEN_STEP_MS };
}
