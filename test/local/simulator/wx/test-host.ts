import type {
  DeviceState,
  Dialogs,
  NavigationState,
  Problem,
  SimulatorShell,
} from '../../../../local/simulator/shell/shell-contract';
import { createWx, type WxHost } from '../../../../local/simulator/wx';

type Call = (...values: unknown[]) => unknown;

export interface TestHost {
  wx: Record<string, Call>;
  cloud: Record<string, Call>;
  events: ReturnType<typeof createWx>['events'];
  /** Calls of dialogs, bars and router in order: name and what was handed over. */
  seen: [string, ...unknown[]][];
  problems: Problem[];
  notes: string[];
  change(part: Partial<DeviceState>): void;
  bar: Partial<NavigationState>;
}

const device: DeviceState = {
  theme: 'light',
  fontSize: 16,
  network: 'wifi',
  networkDelayMs: 0,
  place: { latitude: 22.541234, longitude: 114.059876, speed: 0, accuracyMetres: 15, altitudeMetres: 10 },
  steps: [8430, 6210],
  subscriptionsOn: true,
};

/** A frame in jsdom whose shell answers as it is told. */
export function openFrame(
  given: { openid?: string; answers?: Partial<Dialogs>; host?: Partial<WxHost> } = {},
): TestHost {
  const seen: TestHost['seen'] = [];
  const problems: Problem[] = [];
  const notes: string[] = [];
  const observers: ((state: DeviceState, before: DeviceState) => void)[] = [];
  let state = device;
  const recorded = <Parts extends object>(prefix: string, answers: Partial<Parts>): Parts =>
    new Proxy(answers, {
      get:
        (target, name: string) =>
        (...values: unknown[]) => {
          seen.push([`${prefix}.${name}`, ...values]);
          const answer: unknown = Reflect.get(target, name);
          return typeof answer === 'function' ? answer(...values) : answer;
        },
    }) as Parts;
  const shell: SimulatorShell = {
    openid: given.openid ?? 'someone',
    sizes: {
      screenWidth: 390,
      screenHeight: 844,
      statusBarHeight: 47,
      navigationBarHeight: 44,
      tabBarHeight: 50,
      bottomInset: 34,
      capsule: { width: 87, height: 32, top: 51, right: 7 },
    },
    nowMs: () => Date.UTC(2026, 10, 20, 4),
    attach: () => undefined,
    ready: () => undefined,
    navigation: { set: () => undefined },
    tabBar: recorded('tabBar', {}),
    dialogs: recorded<Dialogs>('dialogs', given.answers ?? {}),
    panel: {
      devices: {
        current: () => state,
        observe: listener => {
          observers.push(listener);
          return () => void observers.splice(observers.indexOf(listener), 1);
        },
      },
    },
    calls: { push: ({ name, outcome }) => void notes.push(`${name} ${outcome}`) },
    report: problem => void problems.push(problem),
  };
  const bar: Partial<NavigationState> = {};
  const host: WxHost = {
    shell,
    router: {
      ...recorded('router', {}),
      changeNavigation: part => void Object.assign(bar, part),
    } as WxHost['router'],
    appId: 'wx0000000000000000',
    cloudUrl: '',
    requiredPrivateInfos: ['getLocation', 'startLocationUpdate'],
    launchOptions: () => ({ path: 'pages/home/home', query: {}, scene: 1001, referrerInfo: {} }),
    enterOptions: () => ({ path: 'pages/home/home', query: {}, scene: 1001, referrerInfo: {} }),
    addressOf: path => `/app${path}`,
    own: {},
    window: window as WxHost['window'],
    ...given.host,
  };
  host.router = new Proxy(host.router, {
    get: (_, name: string) =>
      name === 'changeNavigation'
        ? (part: Partial<NavigationState>) => void Object.assign(bar, part)
        : (...values: unknown[]) => void seen.push([`router.${name}`, ...values]),
  });
  const { wx, events } = createWx(host);
  const change = (part: Partial<DeviceState>): void => {
    const before = state;
    state = { ...state, ...part };
    for (const observer of [...observers]) observer(state, before);
  };
  const calls = wx as Record<string, Call>;
  return { wx: calls, cloud: wx.cloud as Record<string, Call>, events, seen, problems, notes, change, bar };
}

/** A call of `wx` by its name. */
export function callOf(frame: TestHost, name: string): Call {
  const call = frame.wx[name];
  if (call === undefined) throw new Error(`wx has no ${name}`);
  return call;
}
