type Version = string | undefined;

/** What work on several files gave, and which files it looked at. */
export interface FromFiles<Value> {
  value: Value;
  inputs: string[];
}

/** Results of work on files, kept between builds so that a rebuild costs only what changed. */
export class BuildCache {
  readonly #kept = new Map<string, { version: Version; value: unknown }>();

  /** @param version anything that changes with the input; a failure is not kept */
  async keep<Value>(key: string, version: Version, work: () => Promise<Value> | Value): Promise<Value> {
    const kept = this.#kept.get(key);
    if (kept !== undefined && kept.version === version) return kept.value as Value;
    const value = await work();
    this.#kept.set(key, { version, value });
    return value;
  }

  /** For work that finds its inputs on the way: it is done again when one of them has changed, come or gone. */
  keepByInputs<Value>(
    key: string,
    versionOf: (file: string) => Version,
    work: () => FromFiles<Value>,
  ): Value {
    const kept = this.#kept.get(key) as { version: Version; value: FromFiles<Value> } | undefined;
    const versions = (inputs: string[]) => inputs.map(file => `${file} ${versionOf(file)}`).join('\n');
    if (kept !== undefined && kept.version === versions(kept.value.inputs)) return kept.value.value;
    const value = work();
    this.#kept.set(key, { version: versions(value.inputs), value });
    return value.value;
  }
}
