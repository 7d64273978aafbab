import type { NavigationState, SimulatorShell } from '../shell/shell-contract';

/** An object as a mini-program hands it to `wx`; nothing about it can be relied on. */
export type WxOptions = Record<string, unknown>;

/** Everything about pages, which the runtime has. Each rejects with an Error whose message stands after `navigateTo:fail `. */
export interface WxRouter {
  navigateTo(url: string, options: WxOptions): Promise<object>;
  redirectTo(url: string): Promise<void>;
  switchTab(url: string): Promise<void>;
  reLaunch(url: string): Promise<void>;
  navigateBack(delta: number): Promise<void>;
  /** Of the page on top; it is shown at once and kept with the page. */
  changeNavigation(part: Partial<NavigationState>): void;
  /** `wx.setBackgroundColor` and `wx.setBackgroundTextStyle`. */
  changeBackground(part: { colour?: string; textStyle?: 'dark' | 'light' }): void;
  pageScrollTo(options: WxOptions): Promise<void>;
  startPullDownRefresh(): void;
  stopPullDownRefresh(): void;
  /** Path of the page on top, without a slash before it, and its query. */
  currentPage(): { path: string; query: Record<string, string> };
}

/** How the app was opened, as `getLaunchOptionsSync` says it. */
export interface EnterOptions {
  path: string;
  query: Record<string, string>;
  scene: number;
  referrerInfo: object;
}

/** What `createWx` needs from the runtime around it. */
export interface WxHost {
  shell: SimulatorShell;
  router: WxRouter;
  appId: string;
  /** Same-origin prefix of the endpoint; empty for the same port, null where there is none. */
  cloudUrl: string | null;
  launchOptions(): EnterOptions;
  enterOptions(): EnterOptions;
  /** Address that the browser can load for a path of the package; others come back as they are. */
  addressOf(path: string): string;
  /** Of app.json: location calls that are not declared there are refused. */
  requiredPrivateInfos: readonly string[];
  /** Calls of the runtime's own, e.g. createSelectorQuery, createIntersectionObserver; they win over the ones here. */
  own: Record<string, unknown>;
  /** Of the frame. */
  window: Window & typeof globalThis;
}
