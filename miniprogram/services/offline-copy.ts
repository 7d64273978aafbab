import { ServiceError } from './service-error';

/** Something read from the server, or the copy of it that was stored the last time. */
export interface Copy<Data> {
  data: Data;
  /** When it was read. */
  atMs: number;
  /** The server could not be reached: what is shown is the stored copy. */
  isStored: boolean;
}

const PREFIX = 'copy:';

/**
 * Reads and stores what was read; out of reach of the server it answers the stored copy with its time instead. Throws
 * the `ServiceError` where there is no copy, and every error that the server itself gave.
 */
export async function keepCopy<Data>(name: string, read: () => Promise<Data>): Promise<Copy<Data>> {
  try {
    const data = await read();
    const atMs = Date.now();
    wx.setStorage({ key: PREFIX + name, data: { data, atMs } });
    return { data, atMs, isStored: false };
  } catch (error) {
    const stored = error instanceof ServiceError && error.isOutOfReach ? storedCopy<Data>(name) : null;
    if (stored === null) throw error;
    return stored;
  }
}

/** What was read, or null out of reach of the server: for what a page can do without. */
export async function ifInReach<Data>(reading: Promise<Data>): Promise<Data | null> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof ServiceError && error.isOutOfReach) return null;
    throw error;
  }
}

/** Stores something that was made of what was read, to begin with the next time; forgotten with the copies. */
export function storeView(name: string, view: object): void {
  wx.setStorage({ key: `${PREFIX}view:${name}`, data: view });
}

/** What was stored the last time; null when there is nothing. */
export function storedView<View>(name: string): View | null {
  const stored = wx.getStorageSync(`${PREFIX}view:${name}`) as View | '';
  return stored === '' ? null : stored;
}

function storedCopy<Data>(name: string): Copy<Data> | null {
  const stored = wx.getStorageSync(PREFIX + name) as { data: Data; atMs: number } | '';
  return stored === '' ? null : { ...stored, isStored: true };
}

/** Forgets what was stored: after consent is withdrawn nothing of the rider may stay on the phone. */
export function forgetCopies(): void {
  const { keys } = wx.getStorageInfoSync();
  for (const key of keys.filter(one => one.startsWith(PREFIX))) wx.removeStorageSync(key);
}
