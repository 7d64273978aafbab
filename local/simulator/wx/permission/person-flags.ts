/** Answers that WeChat, not the program, remembers about a person. */
export class PersonFlags {
  readonly #key: string;

  constructor(
    readonly store: Storage,
    openid: string,
  ) {
    this.#key = permissionKey(openid);
  }

  all(): Record<string, boolean> {
    return JSON.parse(this.store.getItem(this.#key) ?? '{}') as Record<string, boolean>;
  }

  get(name: string): boolean | undefined {
    return this.all()[name];
  }

  set(name: string, value: boolean): void {
    this.store.setItem(this.#key, JSON.stringify({ ...this.all(), [name]: value }));
  }
}

/** Where they lie; the side panel removes it to begin anew. */
export const permissionKey = (openid: string): string => `simulator:permissions:${openid}`;
