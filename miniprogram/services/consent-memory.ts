/** What this phone last heard about consent, so that a page need not wait for the answer; the server alone decides. */
const STORAGE_KEY = 'consent-heard';

/** Null when this phone has heard nothing yet, or something has changed since. */
export function rememberedConsent(): boolean | null {
  const stored: unknown = wx.getStorageSync(STORAGE_KEY);
  return typeof stored === 'boolean' ? stored : null;
}

export const rememberConsent = (isGiven: boolean): void => wx.setStorageSync(STORAGE_KEY, isGiven);

export const forgetConsent = (): void => wx.removeStorageSync(STORAGE_KEY);
