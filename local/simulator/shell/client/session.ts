import type { AppFrame, CallNote, Problem } from '../shell-contract';
import { Observable } from './observable';
import type { Phone } from './phone/phone';

const LATEST = 'simulator:person';
const MOST_KEPT = 500;

/** One person holding the phone, from one frame to the next. */
export class Session {
  readonly notes = new Observable<CallNote[]>([]);
  readonly problems = new Observable<Problem[]>([]);
  readonly person: Observable<string>;
  app: AppFrame | null = null;
  ready: Promise<void>;
  #resolveReady = (): void => {};
  #frame: HTMLIFrameElement | null = null;

  constructor(
    readonly phone: Phone,
    openid: string,
    /** Told before each new frame, so that nobody follows the one before. */
    readonly onLeave: () => void,
  ) {
    this.person = new Observable(openid);
    this.ready = this.#newReady();
  }

  #newReady(): Promise<void> {
    return new Promise(resolve => {
      this.#resolveReady = resolve;
    });
  }

  /** @param hash page to begin with, as in the address; empty for the app's first page */
  open(openid: string, hash: string): Promise<void> {
    this.onLeave();
    this.app = null;
    this.notes.set([]);
    this.problems.set([]);
    // Whoever waits for the first frame from the beginning waits for this one.
    if (this.#frame !== null) this.ready = this.#newReady();
    localStorage.setItem(LATEST, openid);
    this.person.set(openid);
    this.phone.showBooting(true);
    this.#frame = this.phone.load(`/app/?openid=${encodeURIComponent(openid)}${hash}`);
    this.mirrorAddress();
    return this.ready;
  }

  /** Told when the phone is handed to somebody else, not when the same person begins anew. */
  onOtherPerson(listener: (openid: string) => void): void {
    this.person.observe((openid, before) => {
      if (openid !== before) listener(openid);
    });
  }

  reload(): Promise<void> {
    return this.open(this.person.value, this.#hash());
  }

  attach(app: AppFrame): void {
    this.app = app;
    this.#frame?.contentWindow?.addEventListener('hashchange', () => this.mirrorAddress());
  }

  markReady(): void {
    this.phone.showBooting(false);
    this.mirrorAddress();
    this.#resolveReady();
  }

  note(note: CallNote): void {
    this.notes.set([...this.notes.value, note].slice(-MOST_KEPT));
  }

  report(problem: Problem): void {
    // What broke is drawn in the frame; it must be seen.
    this.phone.showBooting(false);
    this.problems.set([...this.problems.value, problem].slice(-MOST_KEPT));
    // The runtime has written the others to the console already.
    if (problem.kind === 'wx') console.warn(`[模拟器] ${problem.name}：${problem.message}`);
  }

  /** The address of this page says who and where, so that it can be reloaded and passed on. */
  mirrorAddress(): void {
    const address = new URL(location.href);
    address.searchParams.set('openid', this.person.value);
    address.hash = this.#hash();
    history.replaceState(null, '', address);
  }

  #hash(): string {
    return this.#frame?.contentWindow?.location.hash || '';
  }
}

/** Who held the phone last on this machine. */
export const latestPerson = (): string | null => localStorage.getItem(LATEST);
