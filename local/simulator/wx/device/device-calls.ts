import { makeCalls } from '../calling/make-call';
import { textOf } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import type { Privacy } from '../permission/privacy';
import type { WxHost } from '../wx-host';

/** The clipboard belongs to the machine, not to a person. */
const CLIPBOARD = 'simulator:clipboard';

/** Clipboard, scanner, vibration, phone, battery and screen. */
export function deviceCalls(host: WxHost, privacy: Privacy): Record<string, unknown> {
  const battery = () => ({ level: 80, isCharging: false, isLowPowerModeEnabled: false });
  return {
    getBatteryInfoSync: battery,
    ...makeCalls({
      setClipboardData: options => copy(host, textOf(options, 'data')),
      getClipboardData: async () => {
        await privacy.require('getClipboardData');
        return { data: host.window.localStorage.getItem(CLIPBOARD) ?? '' };
      },
      scanCode: options => scan(host, options),
      vibrateShort: () => vibrate(host, 15),
      vibrateLong: () => vibrate(host, 400),
      makePhoneCall: options => makePhoneCall(host, textOf(options, 'phoneNumber')),
      getBatteryInfo: battery,
      setKeepScreenOn: () => undefined,
      getScreenBrightness: () => ({ value: 0.6 }),
      setScreenBrightness: () => undefined,
      setVisualEffectOnCapture: () => undefined,
      checkIsOpenAccessibility: () => ({ open: false }),
    }),
  };
}

/** Also to the browser's own clipboard where it allows that, so that a code can be pasted into the panel. */
function copy(host: WxHost, text: string): void {
  host.window.localStorage.setItem(CLIPBOARD, text);
  void host.window.navigator.clipboard?.writeText(text).catch(() => undefined);
  host.shell.dialogs.toast({ title: '内容已复制', icon: 'none', image: '', durationMs: 1500, mask: false });
}

async function scan(host: WxHost, options: Record<string, unknown>): Promise<object> {
  const answer = await host.shell.dialogs.scan({ onlyFromCamera: options.onlyFromCamera === true });
  if (answer === null) throw new WxFailure('cancel');
  return { ...answer, charSet: 'UTF-8', rawData: '' };
}

function vibrate({ window }: WxHost, durationMs: number): void {
  window.navigator.vibrate?.(durationMs);
}

async function makePhoneCall({ shell }: WxHost, phoneNumber: string): Promise<void> {
  const chosen = await shell.dialogs.actionSheet({
    title: '',
    items: [`呼叫 ${phoneNumber}`],
    itemColour: '',
  });
  if (chosen === null) throw new WxFailure('cancel');
}
