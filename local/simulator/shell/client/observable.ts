/** A value that others follow. */
export class Observable<Value> {
  readonly #observers = new Set<(value: Value, before: Value) => void>();

  constructor(public value: Value) {}

  /** Tells everybody, also when the value is the same. */
  set(value: Value): void {
    const before = this.value;
    this.value = value;
    for (const observer of [...this.#observers]) observer(value, before);
  }

  /** @returns stops it */
  observe(observer: (value: Value, before: Value) => void): () => void {
    this.#observers.add(observer);
    return () => void this.#observers.delete(observer);
  }
}
