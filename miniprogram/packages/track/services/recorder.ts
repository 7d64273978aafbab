import { ServiceError } from '../../../services/service-error';
import { appendPart, type OpenTrack, type SentPoint } from './tracks';
import { forgetUnsent, storeUnsent, type Unsent, unsentOf } from './unsent-points';
import { watchPlaces } from './watch-places';

/** Closer together they say nothing new and only use up the battery and the network. */
const LEAST_APART_MS = 2_000;
const STORED_EVERY = 5;
/** Some two minutes; also the most that a lost phone takes with it. */
const SENT_EVERY = 40;
const MOST_AT_ONCE = 1_000;

/** A place that was passed, for the line on the screen. */
export interface Passed {
  latitude: number;
  longitude: number;
  atMs: number;
}

/**
 * Records one track, on whatever page the rider is: positions are stored on the phone, sent in parts that are each the same
 * however often they are sent, and forgotten when the server has them.
 */
export class Recorder {
  readonly trackId: string;
  readonly begunAtMs: number;
  /** Since this phone has been recording; what came before it broke down has been sent. */
  readonly passed: Passed[] = [];
  isPaused = true;
  onPassed: (() => void) | null = null;
  /** What to add to the phone's time to get the server's. */
  readonly #aheadMs: number;
  readonly #unsent: Unsent;
  #stop: (() => void) | null = null;
  #sending: Promise<void> | null = null;
  #lastAtMs = 0;

  constructor(open: OpenTrack) {
    this.trackId = open.trackId;
    this.begunAtMs = open.begunAtMs;
    this.#aheadMs = open.nowMs - Date.now();
    this.#unsent = unsentOf(open.trackId, open.segments);
  }

  /** How long it has been recording, by the server's time. */
  elapsedMs(): number {
    return Date.now() + this.#aheadMs - this.begunAtMs;
  }

  /** Goes on. Throws what WeChat says where the position may not be used. */
  async resume(): Promise<void> {
    if (!this.isPaused) return;
    this.isPaused = false;
    try {
      this.#stop = await watchPlaces(place => this.#take(place));
    } catch (error) {
      this.isPaused = true;
      throw error;
    }
  }

  pause(): void {
    this.isPaused = true;
    this.#stop?.();
    this.#stop = null;
    if (this.#hasUnsent()) storeUnsent(this.#unsent);
  }

  #take(place: WechatMiniprogram.OnLocationChangeListenerResult & { isMock?: boolean }): void {
    const atMs = Date.now() + this.#aheadMs;
    if (this.isPaused || atMs - this.#lastAtMs < LEAST_APART_MS) return;
    this.#lastAtMs = atMs;
    const { latitude, longitude, speed, accuracy, isMock } = place;
    this.#unsent.rest.push([
      Math.round(latitude * 1e6),
      Math.round(longitude * 1e6),
      Math.round(atMs),
      Math.round(Math.max(0, accuracy) * 10),
      speed >= 0 ? Math.round(speed * 100) : -1,
      isMock === true ? 1 : 0,
    ]);
    this.passed.push({ latitude, longitude, atMs });
    if (this.passed.length % STORED_EVERY === 1) storeUnsent(this.#unsent);
    // Without a network it is tried again with the next part; nothing is lost meanwhile.
    if (this.#unsent.rest.length >= SENT_EVERY) this.send().catch(() => undefined);
    this.onPassed?.();
  }

  #hasUnsent(): boolean {
    return this.#unsent.part.length + this.#unsent.rest.length > 0;
  }

  /** Sends what there is; two at a time would get into each other's way. */
  async send(): Promise<void> {
    while (this.#sending) await this.#sending;
    this.#sending = this.#sendAll().finally(() => {
      this.#sending = null;
    });
    await this.#sending;
  }

  async #sendAll(): Promise<void> {
    const unsent = this.#unsent;
    while (this.#hasUnsent()) {
      if (unsent.part.length === 0) unsent.part = unsent.rest.splice(0, MOST_AT_ONCE);
      storeUnsent(unsent);
      await this.#sendPart(unsent.part);
      unsent.part = [];
    }
    storeUnsent(unsent);
  }

  async #sendPart(points: SentPoint[]): Promise<void> {
    const unsent = this.#unsent;
    try {
      unsent.number = (await appendPart({ trackId: this.trackId, number: unsent.number, points })).segments;
    } catch (error) {
      const expected = error instanceof ServiceError ? error.details.expected : undefined;
      // The server knows better how many it has.
      if (typeof expected === 'number') unsent.number = expected;
      throw error;
    }
  }

  /** Sends the rest and answers of how many parts the track consists. */
  async end(): Promise<number> {
    this.pause();
    await this.send();
    return this.#unsent.number;
  }
}

let current: Recorder | null = null;

/** The track that this phone is recording, whichever page is open. */
export const currentRecorder = (): Recorder | null => current;

/** Goes on with a track that the server knows to be open, on this phone. */
export function takeUp(open: OpenTrack): Recorder {
  if (current?.trackId !== open.trackId) current?.pause();
  current = current?.trackId === open.trackId ? current : new Recorder(open);
  return current;
}

export function putDown(): void {
  current?.pause();
  current = null;
  forgetUnsent();
}
