/** The shell's page: settings first, then phone, panel and `window.simulator`. */
import type { ShellSettings } from '../shell-settings';
import { openMenu, sendToBackground } from './capsule-menu';
import { makeControl } from './control';
import { DeviceStore } from './devices/device-store';
import { Endpoint } from './endpoint';
import { makeShell } from './make-shell';
import { makePanel } from './panel/panel';
import { enterWorld, openidOf } from './people';
import { Phone, type PhoneTaps } from './phone/phone';
import type { Screen } from './phone/phone-sizes';
import { PhoneStage } from './phone/phone-stage';
import { problemChips } from './problem-chips';
import { ServiceNotices } from './service-notices';
import { latestPerson, Session } from './session';

const SECOND_MS = 1000;
const CLOCK_MS = 2000;
const NOTICES_MS = 2000;

async function main(): Promise<void> {
  const settings = readSettings();
  enterWorld(settings.world);
  const endpoint = new Endpoint(settings.hasCloud);
  const devices = new DeviceStore(localStorage);
  const taps: PhoneTaps = {
    back: () => session.app?.back(),
    home: () => session.app?.home(),
    title: () => session.app?.scrollToTop(),
    tab: index => session.app?.tapTab(index),
    menu: () => void openMenu(session, shell.dialogs),
    close: () => void sendToBackground(phone, session),
  };
  const phone = new Phone(taps);
  const session = new Session(phone, firstPerson(settings), () => devices.forgetFrame());
  const { shell, scanner } = makeShell({ phone, session, devices, endpoint });
  const control = makeControl({ session, devices, endpoint, scanner });
  window.simulatorShell = shell;
  window.simulator = control;
  document.title = settings.title;
  phone.element.append(problemChips(session));
  const notices = new ServiceNotices(endpoint, session);
  const stage = new PhoneStage(phone);
  document.body.append(stage.element);
  const resize = (screen: Screen): void => stage.choose(screen);
  if (!isBare())
    document.body.append(makePanel({ settings, session, devices, endpoint, control, notices, resize }));
  devices.follow(state => {
    phone.status.showNetwork(state.network);
    phone.showTheme(state.theme);
  });
  followClock(endpoint, phone);
  if (settings.hasCloud) setInterval(() => void notices.look().catch(() => undefined), NOTICES_MS);
  await endpoint.readClock();
  await session.open(session.person.value, location.hash);
}

/** The endpoint's clock jumps when somebody walks it. */
function followClock(endpoint: Endpoint, phone: Phone): void {
  const show = (): void => phone.status.showTime(endpoint.nowMs());
  setInterval(show, SECOND_MS);
  setInterval(() => void endpoint.readClock().then(show, () => undefined), CLOCK_MS);
  show();
}

/** Only the app: asked for in the address, or in a window that is a phone itself. */
function isBare(): boolean {
  return document.documentElement.classList.contains('bare');
}

const readSettings = (): ShellSettings =>
  JSON.parse(document.getElementById('settings')?.textContent ?? '') as ShellSettings;

function firstPerson({ people }: ShellSettings): string {
  const asked = new URLSearchParams(location.search).get('openid') ?? latestPerson();
  if (asked !== null && /^[A-Za-z0-9_-]{1,64}$/.test(asked)) return asked;
  const first = people.find(({ unavailable }) => unavailable === '');
  return first === undefined ? 'someone' : openidOf(first);
}

const SMALL_WINDOW = 700;
const bare = new URLSearchParams(location.search).has('bare') || innerWidth < SMALL_WINDOW;
document.documentElement.classList.toggle('bare', bare);
main().catch((error: unknown) => {
  document.body.textContent = `模拟器没有启动：${error instanceof Error ? error.message : String(error)}`;
});
