/** The listeners of one `wx.on…` with its `wx.off…`, which without an argument forgets all. */
export class Listeners<Event> {
  readonly #all = new Set<(event: Event) => unknown>();

  get isEmpty(): boolean {
    return this.#all.size === 0;
  }

  readonly on = (listener: unknown): void => {
    if (typeof listener === 'function') this.#all.add(listener as (event: Event) => unknown);
  };

  readonly off = (listener?: unknown): void => {
    if (listener === undefined) this.#all.clear();
    else this.#all.delete(listener as (event: Event) => unknown);
  };

  tell(event: Event): void {
    for (const listener of [...this.#all]) listener(event);
  }
}
