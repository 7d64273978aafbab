import { WxFailure } from '../calling/wx-failure';
import { decodeValue, encodeValue } from './encode-value';
import { utf8Bytes } from './utf8-bytes';

const MEGABYTE = 1024 * 1024;
/** Source: developers.weixin.qq.com/miniprogram/dev/api/storage/wx.setStorageSync.html */
const MOST_BYTES_OF_ONE = MEGABYTE;
const MOST_BYTES = 10 * MEGABYTE;

/** What one person's mini-program keeps on this machine; nobody else's is seen through it. */
export class PersonStorage {
  readonly #prefix: string;

  constructor(
    readonly store: Storage,
    openid: string,
  ) {
    this.#prefix = `simulator:storage:${openid}:`;
  }

  /** @returns undefined when there is nothing under that key */
  get(key: string): { value: unknown } | undefined {
    const text = this.store.getItem(this.#prefix + key);
    return text === null ? undefined : { value: decodeValue(text) };
  }

  /** @throws WxFailure over the limits, or for what cannot be kept */
  set(key: string, value: unknown): void {
    const text = encodeValue(value);
    const bytes = utf8Bytes(text);
    if (bytes > MOST_BYTES_OF_ONE) throw new WxFailure('exceed storage item max length');
    const others = this.totalBytes() - utf8Bytes(this.store.getItem(this.#prefix + key) ?? '');
    if (others + bytes > MOST_BYTES) throw new WxFailure('exceed storage max size 10Mb');
    this.#write(this.#prefix + key, text);
  }

  /** A browser keeps less than ten people's 10 MB; its refusal looks like the phone's. */
  #write(key: string, text: string): void {
    try {
      this.store.setItem(key, text);
    } catch {
      throw new WxFailure('exceed storage max size 10Mb');
    }
  }

  remove(key: string): void {
    this.store.removeItem(this.#prefix + key);
  }

  clear(): void {
    for (const key of this.keys()) this.remove(key);
  }

  keys(): string[] {
    const all = Array.from({ length: this.store.length }, (_, index) => this.store.key(index) ?? '');
    return all.filter(key => key.startsWith(this.#prefix)).map(key => key.slice(this.#prefix.length));
  }

  totalBytes(): number {
    const texts = this.keys().map(key => this.store.getItem(this.#prefix + key) ?? '');
    return texts.reduce((sum, text) => sum + utf8Bytes(text), 0);
  }

  /** As `getStorageInfo` says it, in kilobytes. */
  info(): { keys: string[]; currentSize: number; limitSize: number } {
    return { keys: this.keys(), currentSize: Math.ceil(this.totalBytes() / 1024), limitSize: 10 * 1024 };
  }
}
