import type { DeviceState, Dialogs, SimulatorShell } from '../../shell/shell-contract';

const DARK = '(prefers-color-scheme: dark)';

const devices: DeviceState = {
  theme: 'light',
  fontSize: 16,
  network: 'wifi',
  networkDelayMs: 0,
  place: { latitude: 22.5431, longitude: 114.0579, speed: 0, accuracyMetres: 30, altitudeMetres: 10 },
  steps: [],
  subscriptionsOn: true,
};

/** The shell of a frame that is opened without one, as tests and curious people do: nothing is drawn, nothing refused. */
export function standInShell(openid: string): SimulatorShell {
  return {
    openid,
    sizes: {
      screenWidth: innerWidth,
      screenHeight: innerHeight,
      statusBarHeight: 0,
      navigationBarHeight: 44,
      tabBarHeight: 50,
      bottomInset: 0,
      capsule: { width: 87, height: 32, top: 6, right: 7 },
    },
    nowMs: () => Date.now(),
    attach: () => {},
    ready: () => {},
    navigation: {
      set: ({ title }) => {
        document.title = title;
      },
    },
    tabBar: { define() {}, select() {}, changeItem() {}, changeStyle() {}, show() {} },
    dialogs: quietDialogs,
    panel: { devices: { current: systemDevices, observe: observeTheme } },
    calls: { push() {} },
    report() {},
  };
}

function systemDevices(): DeviceState {
  const isDark = matchMedia(DARK).matches;
  return { ...devices, theme: isDark ? 'dark' : 'light' };
}

/** The browser's theme can change under the app, as the system's does under WeChat. */
function observeTheme(listener: (state: DeviceState, before: DeviceState) => void): () => void {
  const dark = matchMedia(DARK);
  let before = systemDevices();
  const tell = (): void => {
    const now = systemDevices();
    listener(now, before);
    before = now;
  };
  dark.addEventListener('change', tell);
  return () => dark.removeEventListener('change', tell);
}

const quietDialogs: Dialogs = {
  toast() {},
  hideToast() {},
  loading() {},
  hideLoading() {},
  modal: async () => ({ confirm: true, content: '' }),
  actionSheet: async () => null,
  subscribe: async ids => Object.fromEntries(ids.map(id => [id, 'accept' as const])),
  privacy: async () => true,
  openPrivacyContract: async () => {},
  authorize: async () => true,
  settings: async scopes => scopes,
  scan: async () => null,
  chooseAvatar: async () => null,
  chooseNickname: async () => null,
  phoneNumber: async () => false,
  choosePictures: async () => null,
  previewPictures() {},
  share: async () => true,
};
