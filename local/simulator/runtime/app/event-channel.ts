type Listener = (...values: unknown[]) => void;

/** What a page and the page that it opened talk through; both have the same object, as on a phone. */
export class EventChannel {
  #listeners: { name: string; listener: Listener; isOnce: boolean }[] = [];

  on(name: string, listener: Listener): void {
    this.#listeners.push({ name, listener, isOnce: false });
  }

  once(name: string, listener: Listener): void {
    this.#listeners.push({ name, listener, isOnce: true });
  }

  off(name: string, listener?: Listener): void {
    this.#listeners = this.#listeners.filter(
      one => one.name !== name || (listener !== undefined && one.listener !== listener),
    );
  }

  emit(name: string, ...values: unknown[]): void {
    const called = this.#listeners.filter(one => one.name === name);
    this.#listeners = this.#listeners.filter(one => !(one.name === name && one.isOnce));
    for (const { listener } of called) listener(...values);
  }
}
