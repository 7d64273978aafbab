/**
 * Replaces this process's `Date` by one that follows the endpoint's clock; everything else that measures time, timers
 * above all, goes on in real time. Its time never goes backwards.
 */
export class EndpointDate {
  #offsetMs = 0;
  readonly #machineNow = Date.now;

  setOffset(offsetMs: number): void {
    this.#offsetMs = Math.max(this.#offsetMs, offsetMs);
  }

  /** @param startOffsetMs may be negative: an endpoint can start in the past */
  install(startOffsetMs: number): void {
    this.#offsetMs = startOffsetMs;
    const machine = globalThis.Date;
    const now = () => this.#machineNow.call(machine) + this.#offsetMs;
    machine.now = now;
    const shifted: DateConstructor = new Proxy(machine, {
      apply: () => new machine(now()).toString(),
      construct: (target, given: unknown[], newTarget): object =>
        Reflect.construct(
          target,
          given.length === 0 ? [now()] : given,
          newTarget === shifted ? target : newTarget,
        ),
    });
    machine.prototype.constructor = shifted;
    globalThis.Date = shifted;
  }
}
