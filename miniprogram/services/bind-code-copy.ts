import type { BindCode } from './bindings';

const STORAGE_KEY = 'copy:bind-code';

/** A code that is about to run out is of no use to anybody who is still reading it. */
const LEAST_LEFT_MS = 30_000;

/** The code that was made a moment ago and is still good: codes are few an hour, so leaving the page costs none. */
export function liveBindCode(): BindCode | null {
  const stored = wx.getStorageSync(STORAGE_KEY) as BindCode | '';
  return stored !== '' && stored.expiresAtMs - Date.now() > LEAST_LEFT_MS ? stored : null;
}

/** Under the prefix of offline copies, so that a withdrawal of consent takes it from the phone as well. */
export const keepBindCode = (code: BindCode): void => wx.setStorageSync(STORAGE_KEY, code);

export const dropBindCode = (): void => wx.removeStorageSync(STORAGE_KEY);
