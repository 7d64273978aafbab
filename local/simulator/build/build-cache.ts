/** Results of work on single files, kept between builds so that a rebuild costs only what changed. */
export class BuildCache {
  readonly #kept = new Map<string, { version: string | undefined; value: unknown }>();

  /** @param version anything that changes with the input; a failure is not kept */
  async keep<Value>(
    key: string,
    version: string | undefined,
    work: () => Promise<Value> | Value,
  ): Promise<Value> {
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.version === version) return kept.value as Value;
    const value = await work();
    this.#kept.set(key, { version, value });
    return value;
  }
}
