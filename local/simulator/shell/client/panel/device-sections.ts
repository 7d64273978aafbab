import type { DeviceState } from '../../shell-contract';
import type { StorageSwitch } from '../../shell-settings';
import type { NetworkState, SimulatorControl } from '../../simulator-contract';
import type { DeviceStore } from '../devices/device-store';
import { element } from '../element';
import type { Screen } from '../phone/phone-sizes';
import type { Session } from '../session';
import { isSwitchedOn, switchStorage } from '../storage-switch';
import { section, segments, setting } from './section';

const networks = [
  { text: '正常', value: 'on' },
  { text: '慢', value: 'slow' },
  { text: '断网', value: 'off' },
] as const;

export function networkSection(devices: DeviceStore): HTMLElement {
  const { element: group, show } = segments<NetworkState>('network', networks, state =>
    devices.changeNetwork(state),
  );
  devices.follow(() => show(devices.networkState));
  return section('网络', 'network', setting('连接', group));
}

const themes = [
  { text: '浅色', value: 'light' },
  { text: '深色', value: 'dark' },
] as const;

const fontSizes = [
  { text: '标准', value: 16 },
  { text: '大', value: 19 },
  { text: '特大', value: 23 },
] as const;

export const screens = [
  { text: '390×844', value: { width: 390, height: 844 } },
  { text: '320×568', value: { width: 320, height: 568 } },
  { text: '430×932', value: { width: 430, height: 932 } },
] as const;

/** Theme, text size, screen, and switches that the program itself keeps. */
export function displaySection(
  devices: DeviceStore,
  session: Session,
  switches: readonly StorageSwitch[],
  resize: (screen: Screen) => void,
): HTMLElement {
  const theme = segments<DeviceState['theme']>('theme', themes, value => devices.change({ theme: value }));
  const font = segments<number>('font', fontSizes, value => devices.change({ fontSize: value }));
  const screen = segments<Screen>('screen', screens, value => {
    resize(value);
    screen.show(value);
  });
  devices.follow(state => {
    theme.show(state.theme);
    font.show(state.fontSize);
  });
  screen.show(screens[0].value);
  const rows = [
    setting('外观', theme.element),
    setting('字号', font.element),
    setting('屏幕', screen.element),
  ];
  return section('显示', 'display', ...rows, ...switches.map(one => storageSwitch(one, session)));
}

/** The program reads it when it starts, so the frame begins anew. */
function storageSwitch({ label, storageKey }: StorageSwitch, session: Session): HTMLElement {
  const box = element('input', { type: 'checkbox', 'data-test': `switch-${storageKey}` });
  box.addEventListener('change', () => {
    switchStorage(session.person.value, storageKey, box.checked);
    void session.reload();
  });
  const show = (openid: string): void => {
    box.checked = isSwitchedOn(openid, storageKey);
  };
  session.person.observe(show);
  show(session.person.value);
  return element('label', { class: 'switch' }, box, label);
}

const places = [
  { text: '车公庙站', value: { latitude: 22.53667, longitude: 114.02578 } },
  { text: '布吉站', value: { latitude: 22.60205, longitude: 114.11997 } },
  { text: '深圳湾公园', value: { latitude: 22.52102, longitude: 113.98253 } },
] as const;

const stepCounts = [
  { text: '2,100', value: 2100 },
  { text: '8,430', value: 8430 },
  { text: '20,000', value: 20_000 },
] as const;

/** Where the phone is, how far it has walked, what it may ask. */
export function sensorsSection(devices: DeviceStore, control: SimulatorControl): HTMLElement {
  const place = segments<{ latitude: number; longitude: number }>('place', places, value => {
    devices.change({ place: { ...devices.current().place, ...value } });
    place.show(value);
  });
  const steps = segments<number>('steps', stepCounts, value => {
    devices.change({ steps: [value, ...devices.current().steps.slice(1)] });
  });
  place.show(places[0].value);
  devices.follow(state => steps.show(state.steps[0] ?? 0));
  const box: HTMLInputElement = element('input', {
    type: 'checkbox',
    checked: true,
    'data-test': 'subscriptions',
    onchange: () => devices.change({ subscriptionsOn: box.checked }),
  });
  const forget = element(
    'button',
    {
      type: 'button',
      class: 'action',
      'data-test': 'person-forget',
      onclick: () => void control.person.forget(),
    },
    '清空这个人的缓存与授权',
  );
  const subscriptions = element('label', { class: 'switch' }, box, '接收订阅消息（总开关）');
  return section(
    '位置、步数与授权',
    'sensors',
    setting('位置', place.element),
    setting('步数', steps.element),
    subscriptions,
    forget,
  );
}
