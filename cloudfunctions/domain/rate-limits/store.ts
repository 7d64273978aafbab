import { collectionOf } from '../../platform';

/** How often something was done in one window of time. */
export interface RateWindow {
  /** `<scope>:<key>:<start of the window in ms>`. */
  _id: string;
  count: number;
  expiresAtMs: number;
}

/** When something was last done, as far back as its limit looks. */
export interface RateHistory {
  /** `<scope>:<key>`. */
  _id: string;
  timesMs: number[];
  expiresAtMs: number;
}

export const rateWindows = collectionOf<RateWindow>('rate_windows');
export const rateHistories = collectionOf<RateHistory>('rate_histories');
