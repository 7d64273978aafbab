/** Numbers of the entries whose bubbles have been collected here. A phone's own memory: it changes no credit. */
const STORAGE_KEY = 'collected-bubbles';

/** Bubbles come from the latest few entries, so older numbers are never asked for. */
const KEPT = 50;

export function collectedBubbles(): number[] {
  const stored: unknown = wx.getStorageSync(STORAGE_KEY);
  return Array.isArray(stored) ? (stored as number[]) : [];
}

export function rememberCollected(seq: number): void {
  const kept = [...collectedBubbles().filter(one => one !== seq), seq].slice(-KEPT);
  wx.setStorageSync(STORAGE_KEY, kept);
}

export const forgetCollected = (): void => wx.removeStorageSync(STORAGE_KEY);
