import type { AppBundle } from '../build/app-bundle';
import type { AppFolder } from '../build/app-folder';
import { buildApp } from '../build/build-app';
import { BuildCache } from '../build/build-cache';

/** Builds the app when somebody asks for it and something has changed since. */
export class AppBuilder {
  readonly #cache = new BuildCache();
  #built: Promise<AppBundle> | undefined;

  constructor(private readonly app: AppFolder) {}

  bundle(): Promise<AppBundle> {
    this.#built ??= buildApp(this.app, this.#cache);
    return this.#built;
  }

  forget(): void {
    this.#built = undefined;
  }
}
