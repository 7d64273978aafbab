import type { CallNote, DeviceState, Problem } from './shell-contract';

/** One call of a function, as `GET /calls` tells it. */
export interface CloudCall {
  at: string;
  callId: string;
  function: string;
  trigger: string;
  ms: number;
  waitedMs: number;
  databaseCalls: number;
  scansWithoutIndex: number;
  outcome: string;
}

/** What became of a ride or a card, in words for the panel and in fields for a test. */
export interface OperatorAnswer {
  ok: boolean;
  /** Empty when all went well. */
  code: string;
  text: string;
}

/** A mode that another partner than the metro's operator signs; `text` says both. */
export interface OfferedMode {
  mode: string;
  text: string;
  places: string[];
}

/** Which ride is sent: of the metro where no mode is named, and as the person usually goes where no place is. */
export interface WishedRide {
  mode?: string;
  from?: string;
  to?: string;
  /** People in a shared car. */
  occupants?: number;
}

/** `window.simulator` on the shell's page: everything that the side panel can do, for end-to-end tests. */
export interface SimulatorControl {
  /** Resolves when the present frame's first page is ready; another person or a reload makes it a new one. */
  readonly ready: Promise<void>;
  person: {
    readonly openid: string;
    /** Hands the phone to somebody else and waits until that person's first page is ready. */
    change(openid: string): Promise<void>;
    /** Forgets what this phone keeps of the person: storage, permissions, the privacy guideline. */
    forget(): Promise<void>;
  };
  clock: {
    nowMs(): number;
    /** Walks on, running the timers on the way. @returns the new time */
    advance(byMs: number): Promise<number>;
    /** Walks past the next timer. */
    nextTimer(): Promise<number>;
  };
  network: {
    readonly state: NetworkState;
    change(state: NetworkState): void;
  };
  device: {
    readonly state: DeviceState;
    change(part: Partial<DeviceState>): void;
  };
  track: {
    /** Moves phone and clock along a way of the panel. @returns how many places were passed */
    play(name: string, paceMs?: number): Promise<number>;
    stop(): void;
  };
  calls: {
    /** What the app has sent since the frame began, oldest first. */
    app(): CallNote[];
    /** What functions have done, newest first. */
    cloud(limit?: number): Promise<CloudCall[]>;
  };
  operator: {
    ride(trip?: WishedRide): Promise<OperatorAnswer>;
    /** At the metro's operator where no mode is named. */
    bind(bindCode: string, mode?: string): Promise<OperatorAnswer>;
  };
  /** Answers a scan that waits, or opens the page of a mini-program code. */
  scan(result: string): ScanOutcome;
  /** What was missing or broke since the frame began. */
  problems(): Problem[];
}

export type NetworkState = 'on' | 'off' | 'slow';

/** The program's scan got it, the phone opened its page, or nobody was waiting for such a code. */
export type ScanOutcome = 'given' | 'opened' | 'unwanted';

declare global {
  interface Window {
    simulator?: SimulatorControl;
  }
}
