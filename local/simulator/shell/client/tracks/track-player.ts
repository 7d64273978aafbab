import type { DeviceStore } from '../devices/device-store';
import type { Endpoint } from '../endpoint';
import { knownTracks, placesOf, STEP_SECONDS } from './known-tracks';

/** As fast as one can still watch the line grow. */
const PACE_MS = 25;

/** Moves the phone along a way, and the clock with it, many times as fast as in life. */
export class TrackPlayer {
  #playing = 0;

  constructor(
    readonly devices: DeviceStore,
    readonly endpoint: Endpoint,
  ) {}

  /** @returns how many places were passed, once the end is reached or somebody stopped it */
  async play(name: string, paceMs = PACE_MS): Promise<number> {
    const track = knownTracks.find(one => one.name === name);
    if (!track) throw new Error(`没有这条轨迹：${name}`);
    this.#playing += 1;
    const own = this.#playing;
    let passed = 0;
    let dueMs = await this.endpoint.readClock();
    for (const place of placesOf(track, this.devices.current().place)) {
      if (this.#playing !== own) break;
      // Up to its own time and not always as far: on a slow machine the clock has gone part of the way by itself, and
      // a ride that takes longer is a slower one.
      dueMs += STEP_SECONDS * 1_000;
      await this.endpoint.walk(Math.max(1, Math.round(dueMs - this.endpoint.nowMs())));
      this.devices.change({ place });
      passed += 1;
      await new Promise(resolve => setTimeout(resolve, paceMs));
    }
    const { isMock: _, ...place } = this.devices.current().place;
    this.devices.change({ place: { ...place, speed: 0 } });
    return passed;
  }

  stop(): void {
    this.#playing += 1;
  }
}
