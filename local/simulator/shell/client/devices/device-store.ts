import type { DeviceState, Devices } from '../../shell-contract';
import type { NetworkState } from '../../simulator-contract';
import { Observable } from '../observable';

const KEPT = 'simulator:device';
/** A metro car between two stations. */
const SLOW_MS = 2400;

/** Today first: as many days as WeChat knows. */
const monthOfSteps: number[] = [
  8430, 6210, 10_388, 4120, 7756, 9034, 5567, 11_872, 3980, 6644, 8205, 15_930, 7012, 2890, 9461, 6377, 5108,
  12_040, 7733, 4856, 8917, 6020, 10_155, 3342, 7488, 9276, 5831, 18_604, 6495, 7120, 8068,
];

/** 车公庙站, as metro lines cross there. */
const usual: DeviceState = {
  theme: 'light',
  fontSize: 16,
  network: 'wifi',
  networkDelayMs: 0,
  place: { latitude: 22.53667, longitude: 114.02578, speed: 0, accuracyMetres: 15, altitudeMetres: 12 },
  steps: monthOfSteps,
  subscriptionsOn: true,
};

/** What the panel sets. Look and text size last longer than the page; a network that is off would only puzzle later. */
export class DeviceStore implements Devices {
  readonly #state: Observable<DeviceState>;
  /** Those of the present frame. */
  #frameObservers: (() => void)[] = [];

  constructor(readonly store: Storage) {
    this.#state = new Observable({ ...usual, ...kept(store) });
  }

  current(): DeviceState {
    return this.#state.value;
  }

  change(part: Partial<DeviceState>): void {
    this.#state.set({ ...this.current(), ...part });
    const { theme, fontSize } = this.current();
    this.store.setItem(KEPT, JSON.stringify({ theme, fontSize }));
  }

  get networkState(): NetworkState {
    const { network, networkDelayMs } = this.current();
    if (network === 'none') return 'off';
    return networkDelayMs > 0 ? 'slow' : 'on';
  }

  changeNetwork(state: NetworkState): void {
    const type = state === 'slow' ? '4g' : 'wifi';
    this.change({
      network: state === 'off' ? 'none' : type,
      networkDelayMs: state === 'slow' ? SLOW_MS : 0,
    });
  }

  /** For the app frame; forgotten with it. */
  observe(listener: (state: DeviceState, before: DeviceState) => void): () => void {
    const stop = this.#state.observe(listener);
    this.#frameObservers.push(stop);
    return stop;
  }

  /** For the shell itself. */
  follow(listener: (state: DeviceState) => void): void {
    this.#state.observe(listener);
    listener(this.current());
  }

  forgetFrame(): void {
    for (const stop of this.#frameObservers) stop();
    this.#frameObservers = [];
  }
}

function kept(store: Storage): Partial<DeviceState> {
  const { theme, fontSize } = JSON.parse(store.getItem(KEPT) ?? '{}') as Partial<DeviceState>;
  return {
    ...(theme === 'dark' ? { theme } : {}),
    ...(typeof fontSize === 'number' ? { fontSize } : {}),
  };
}
