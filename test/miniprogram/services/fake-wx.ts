/** What the services use of `wx`, in memory: storage, the network's state and a cloud function that the test plays. */
export class FakeWx {
  readonly stored = new Map<string, unknown>();
  readonly sent: { procedure: string; requestId?: string; input: unknown }[] = [];
  networkType = 'wifi';
  fontSizeSetting = 17;
  /** Answers a call, or throws as WeChat does when the function cannot be reached. */
  answer: (data: { procedure: string; requestId?: string; input: unknown }) => unknown = () => ({});

  readonly cloud = {
    init: () => {},
    callFunction: async ({ data }: { data: { procedure: string; requestId?: string; input: unknown } }) => {
      this.sent.push(structuredClone(data));
      return { result: await this.answer(data) };
    },
  };

  getStorageSync = (key: string): unknown => this.stored.get(key) ?? '';
  setStorageSync = (key: string, value: unknown): void => {
    this.stored.set(key, structuredClone(value));
  };
  setStorage = ({ key, data }: { key: string; data: unknown }): void => this.setStorageSync(key, data);
  removeStorageSync = (key: string): void => {
    this.stored.delete(key);
  };
  getStorageInfoSync = () => ({ keys: [...this.stored.keys()] });
  getNetworkType = async () => ({ networkType: this.networkType });
  private readonly networkListeners: ((change: { isConnected: boolean }) => void)[] = [];
  onNetworkStatusChange = (listener: (change: { isConnected: boolean }) => void): void => {
    this.networkListeners.push(listener);
  };
  /** Tells everybody who listens. */
  changeNetwork(isConnected: boolean): void {
    for (const listener of this.networkListeners) listener({ isConnected });
  }
  getAppBaseInfo = () => ({ fontSizeSetting: this.fontSizeSetting });

  /** The procedures of the calls so far. */
  get procedures(): string[] {
    return this.sent.map(({ procedure }) => procedure);
  }
}

/** Puts a new one where the mini-program finds it. */
export function installFakeWx(): FakeWx {
  const fake = new FakeWx();
  Object.assign(globalThis, { wx: fake });
  return fake;
}

export const ok = (data: unknown) => ({ ok: true, data });
export const refused = (code: string, message = '不行') => ({
  ok: false,
  error: { code, message, details: { field: 'code' }, logId: 'log-1' },
});
