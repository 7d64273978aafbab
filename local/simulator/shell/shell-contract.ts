/**
 * What the shell (the page around the phone) and the app frame (the mini-program in its iframe) know of each other.
 *
 * The shell serves `/` and puts `SimulatorShell` on its window as `simulatorShell` before the iframe named `app` is made.
 * The frame's address is `/app/?openid=<person>#/<page path>?<query>`; the hash follows the page. When the frame can
 * take taps it calls `attach`, and after the first page's `onReady` it calls `ready`. Another person, or a reload, makes
 * a new frame. Both are of one origin but two realms: plain data is handed over, and `instanceof` is of no use.
 */

export type TextColour = '#000000' | '#ffffff';
export type Theme = 'light' | 'dark';

/** The bar above the page that is shown. */
export interface NavigationState {
  title: string;
  /** Of title, arrow and status bar. */
  front: TextColour;
  background: string;
  /** Whether there is a page below this one to go back to. */
  back: boolean;
  /** Whether the house is shown: a page that was opened first and is not the first page of the app. */
  home: boolean;
  loading: boolean;
  /** `navigationStyle: custom`: the page reaches up to the top, and only capsule and status bar lie over it. */
  custom: boolean;
}

export interface TabItem {
  text: string;
  /** Addresses that the browser can load; empty for none. */
  icon: string;
  selectedIcon: string;
  badge: string;
  dot: boolean;
}

export interface TabBarStyle {
  colour: string;
  selectedColour: string;
  background: string;
  border: 'black' | 'white';
}

export interface ToastOptions {
  title: string;
  icon: 'success' | 'error' | 'loading' | 'none';
  /** Address of an image instead of the icon; empty for none. */
  image: string;
  durationMs: number;
  mask: boolean;
}

export interface ModalOptions {
  title: string;
  content: string;
  showCancel: boolean;
  cancelText: string;
  cancelColour: string;
  confirmText: string;
  confirmColour: string;
  editable: boolean;
  placeholder: string;
}

export interface ModalAnswer {
  confirm: boolean;
  /** What was written where `editable` was asked for. */
  content: string;
}

export interface ScanAnswer {
  result: string;
  scanType: 'QR_CODE' | 'WX_CODE' | 'CODE_128' | 'EAN_13';
  /** `pages/…?scene=…` of a mini-program code; empty for others. */
  path: string;
}

export interface SharedCard {
  title: string;
  path: string;
  image: string;
}

/** Everything that is drawn over the whole phone, and what people answer there. A dialog that is put away answers null. */
export interface Dialogs {
  toast(options: ToastOptions): void;
  hideToast(): void;
  loading(options: { title: string; mask: boolean }): void;
  hideLoading(): void;
  modal(options: ModalOptions): Promise<ModalAnswer>;
  /** @returns which item was tapped, or null */
  actionSheet(options: { title: string; items: string[]; itemColour: string }): Promise<number | null>;
  /** @returns each template's answer, or null where the main switch is off */
  subscribe(templateIds: string[]): Promise<Record<string, 'accept' | 'reject'> | null>;
  /** The official privacy window. */
  privacy(contractName: string): Promise<boolean>;
  openPrivacyContract(contractName: string): Promise<void>;
  /** "允许获取你的位置信息" and its like; asked once for each scope and person. */
  authorize(options: { scope: string; description: string }): Promise<boolean>;
  /** The settings page with its switches; answers the new state of every scope. */
  settings(scopes: Record<string, boolean>): Promise<Record<string, boolean>>;
  scan(options: { onlyFromCamera: boolean }): Promise<ScanAnswer | null>;
  /** @returns address of the chosen picture, or null */
  chooseAvatar(): Promise<string | null>;
  chooseNickname(): Promise<string | null>;
  phoneNumber(): Promise<boolean>;
  choosePictures(options: { most: number }): Promise<Blob[] | null>;
  previewPictures(options: { addresses: string[]; current: number }): void;
  share(card: SharedCard): Promise<boolean>;
}

export type NetworkType = 'wifi' | '4g' | 'none';

export interface Place {
  latitude: number;
  longitude: number;
  /** Metres a second; -1 when unknown. */
  speed: number;
  accuracyMetres: number;
  altitudeMetres: number;
  /** The phone says that another app makes it up. */
  isMock?: boolean;
}

/** What the side panel sets, as it is now. */
export interface DeviceState {
  theme: Theme;
  /** The system's own text size; 16 is usual, 17 to 23 large. */
  fontSize: number;
  network: NetworkType;
  /** What every call over the network waits in addition. */
  networkDelayMs: number;
  place: Place;
  /** Steps of today and the days before it, today first. */
  steps: number[];
  /** Whether the subscribe-message main switch is on. */
  subscriptionsOn: boolean;
}

export interface Devices {
  current(): DeviceState;
  /** Told after each change. @returns stops it; forgotten with the frame in any case */
  observe(listener: (state: DeviceState, before: DeviceState) => void): () => void;
}

/** One call that the app has made, for the panel's list and for tests. */
export interface CallNote {
  /** `callFunction api riders.signIn`, `request`, `uploadFile`. */
  name: string;
  startedAtMs: number;
  ms: number;
  /** `ok` or a code. */
  outcome: string;
}

/** Something that does not exist here, or broke: named on the screen, in the panel and in the console. */
export interface Problem {
  kind: 'wx' | 'component' | 'script' | 'template';
  /** `wx.startBeaconDiscovery`, `<map>`, a file. */
  name: string;
  message: string;
}

/** Safe area and sizes of the drawn phone in CSS pixels, as `wx.getWindowInfo` reports them. */
export interface PhoneSizes {
  screenWidth: number;
  screenHeight: number;
  statusBarHeight: number;
  navigationBarHeight: number;
  tabBarHeight: number;
  /** Height at the bottom that belongs to the home indicator. */
  bottomInset: number;
  capsule: { width: number; height: number; top: number; right: number };
}

/** What the frame lets the shell do. */
export interface AppFrame {
  back(): void;
  home(): void;
  tapTab(index: number): void;
  /** The capsule's menu: what `onShareAppMessage` of the page says, or null where the page has none. */
  share(): SharedCard | null;
  /** The app goes to the background and comes back. */
  hide(): void;
  show(): void;
  /** A double tap on the title. */
  scrollToTop(): void;
  /** Opens a page as a scanned code or a message would. */
  open(path: string): void;
}

/** On the shell's window as `simulatorShell`. */
export interface SimulatorShell {
  /** Who uses the phone. */
  readonly openid: string;
  readonly sizes: PhoneSizes;
  /** The endpoint's time; `Date` of the app's modules should follow it. */
  nowMs(): number;
  attach(app: AppFrame): void;
  ready(): void;
  navigation: { set(state: NavigationState): void };
  tabBar: {
    /** Once when the app begins; null for an app without one, or with one of its own. */
    define(bar: { items: TabItem[]; style: TabBarStyle } | null): void;
    /** Which tab the shown page is; null hides the bar. */
    select(index: number | null): void;
    changeItem(index: number, part: Partial<TabItem>): void;
    changeStyle(part: Partial<TabBarStyle>): void;
    /** `wx.showTabBar` and `wx.hideTabBar`, which outlast a change of pages. */
    show(visible: boolean): void;
  };
  dialogs: Dialogs;
  panel: { devices: Devices };
  calls: { push(note: CallNote): void };
  report(problem: Problem): void;
}

declare global {
  interface Window {
    simulatorShell?: SimulatorShell;
  }
}
