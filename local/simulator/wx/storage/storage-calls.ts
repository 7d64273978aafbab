import { makeCalls } from '../calling/make-call';
import { isObject, textOf } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import type { PersonStorage } from './person-storage';

/** `wx.setStorage` and its family, with and without a promise. */
export function storageCalls(storage: PersonStorage): Record<string, unknown> {
  return {
    ...synchronousCalls(storage),
    ...makeCalls({
      setStorage: options => storage.set(keyOf(options), options.data),
      getStorage: options => ({ data: found(storage, keyOf(options)) }),
      removeStorage: options => storage.remove(keyOf(options)),
      clearStorage: () => storage.clear(),
      getStorageInfo: () => storage.info(),
      batchSetStorage: options => setAll(storage, options.kvList),
      batchGetStorage: options => ({ dataList: getAll(storage, options.keyList) }),
    }),
  };
}

function synchronousCalls(storage: PersonStorage): Record<string, unknown> {
  return {
    setStorageSync: (key: unknown, data: unknown) =>
      throwing('setStorageSync', () => storage.set(keyOf({ key }), data)),
    // A key that was never written reads as an empty string, not as undefined.
    getStorageSync: (key: unknown) =>
      throwing('getStorageSync', () => (storage.get(keyOf({ key })) ?? { value: '' }).value),
    removeStorageSync: (key: unknown) => throwing('removeStorageSync', () => storage.remove(keyOf({ key }))),
    clearStorageSync: () => storage.clear(),
    getStorageInfoSync: () => storage.info(),
    batchSetStorageSync: (list: unknown) => throwing('batchSetStorageSync', () => setAll(storage, list)),
    batchGetStorageSync: (keys: unknown) => throwing('batchGetStorageSync', () => getAll(storage, keys)),
  };
}

function keyOf(options: Record<string, unknown>): string {
  const key = textOf(options, 'key');
  if (key === '') throw new WxFailure('parameter error: parameter.key should not be empty;');
  return key;
}

function found(storage: PersonStorage, key: string): unknown {
  const kept = storage.get(key);
  if (kept === undefined) throw new WxFailure('data not found');
  return kept.value;
}

function setAll(storage: PersonStorage, list: unknown): void {
  for (const pair of Array.isArray(list) ? list.filter(isObject) : []) storage.set(keyOf(pair), pair.value);
}

const getAll = (storage: PersonStorage, keys: unknown): unknown[] =>
  (Array.isArray(keys) ? keys : []).map(key => storage.get(String(key))?.value ?? '');

/** Synchronous calls throw an Error with WeChat's message. */
function throwing<Answer>(name: string, work: () => Answer): Answer {
  try {
    return work();
  } catch (error) {
    throw new Error(`${name}:fail ${error instanceof Error ? error.message : String(error)}`);
  }
}
