const pattern = /^"(.+)" is not a valid property/;
/** A page's warnings come within this time of each other. */
const GATHER_MS = 500;

/** Gathers what templates give to components that do not have it, and says it in one line a component. */
export class UnknownProperties {
  readonly #told = new Set<string>();
  readonly #gathered = new Map<string, string[]>();

  constructor(readonly say: (line: string) => void) {}

  /** @returns whether the warning was one of these, and so has been taken care of */
  take(message: string, component: string): boolean {
    const property = pattern.exec(message)?.[1];
    if (property === undefined) return false;
    const key = `${component} ${property}`;
    if (this.#told.has(key)) return true;
    this.#told.add(key);
    if (this.#gathered.size === 0) setTimeout(() => this.#tell(), GATHER_MS);
    this.#gathered.set(component, [...(this.#gathered.get(component) ?? []), property]);
    return true;
  }

  #tell(): void {
    for (const [component, properties] of this.#gathered)
      this.say(`[simulator] ${component} has no property ${properties.join(', ')}`);
    this.#gathered.clear();
  }
}
