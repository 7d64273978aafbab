import { makeCalls } from '../calling/make-call';
import type { WxHost } from '../wx-host';
import { MODEL, SDK_VERSION, SYSTEM, USUAL_FONT_SIZE, WECHAT_VERSION } from './versions';

/** `wx.getSystemInfoSync` and the calls that have taken its place. */
export function systemInfoCalls(host: WxHost): Record<string, unknown> {
  const everything = () => ({
    ...windowInfo(host),
    ...deviceInfo(host),
    ...appBaseInfo(host),
    ...systemSetting(),
  });
  return {
    getSystemInfoSync: everything,
    getWindowInfo: () => windowInfo(host),
    getDeviceInfo: () => deviceInfo(host),
    getAppBaseInfo: () => appBaseInfo(host),
    getSystemSetting: systemSetting,
    getAppAuthorizeSetting: authorizeSetting,
    getMenuButtonBoundingClientRect: () => capsuleOf(host),
    getDeviceBenchmarkInfo: () => ({ benchmarkLevel: 30, modelLevel: 3 }),
    getSkylineInfoSync: () => ({ isSupported: false, version: '', reason: 'client not supported' }),
    ...makeCalls({ getSystemInfo: everything, getSystemInfoAsync: everything }),
  };
}

function windowInfo({ shell: { sizes }, window }: WxHost) {
  const { screenWidth, screenHeight, statusBarHeight, bottomInset } = sizes;
  const bottom = screenHeight - bottomInset;
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth,
    screenHeight,
    // The frame is the page: what bars leave of the screen.
    windowWidth: window.innerWidth,
    windowHeight: window.innerHeight,
    statusBarHeight,
    screenTop: Math.max(0, statusBarHeight + sizes.navigationBarHeight),
    safeArea: {
      left: 0,
      right: screenWidth,
      top: statusBarHeight,
      bottom,
      width: screenWidth,
      height: bottom - statusBarHeight,
    },
  };
}

function deviceInfo({ window }: WxHost) {
  return {
    abi: '',
    benchmarkLevel: 30,
    brand: 'devtools',
    model: MODEL,
    system: SYSTEM,
    platform: 'devtools',
    cpuType: 'unknown',
    memorySize: '4096',
    deviceOrientation: window.innerWidth > window.innerHeight ? 'landscape' : 'portrait',
  };
}

function appBaseInfo({ shell }: WxHost) {
  const { fontSize, theme } = shell.panel.devices.current();
  return {
    SDKVersion: SDK_VERSION,
    version: WECHAT_VERSION,
    language: 'zh_CN',
    enableDebug: false,
    fontSizeSetting: fontSize,
    fontSizeScaleFactor: fontSize / USUAL_FONT_SIZE,
    theme,
    host: { env: 'WeChat' },
  };
}

const systemSetting = () => ({
  bluetoothEnabled: false,
  locationEnabled: true,
  wifiEnabled: true,
  deviceOrientation: 'portrait',
});

const authorizeSetting = () => ({
  albumAuthorized: 'authorized',
  bluetoothAuthorized: 'not determined',
  cameraAuthorized: 'authorized',
  locationAuthorized: 'authorized',
  locationReducedAccuracy: false,
  microphoneAuthorized: 'not determined',
  notificationAuthorized: 'authorized',
  phoneCalendarAuthorized: 'not determined',
});

function capsuleOf({ shell: { sizes } }: WxHost) {
  const { width, height, top, right } = sizes.capsule;
  const edge = sizes.screenWidth - right;
  return { width, height, top, right: edge, bottom: top + height, left: edge - width };
}
