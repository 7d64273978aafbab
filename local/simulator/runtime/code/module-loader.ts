import type { ScriptModule } from '../../build/app-bundle';
import type { Evaluate } from './evaluator';

type ModuleBody = (...values: unknown[]) => void;

/** Folder name in stack traces and in the browser's list of sources. */
export const sourceFolder = 'app://';

/**
 * CommonJS for the files of the app: a module runs when it is first required, once, and a circle sees what has been
 * exported so far.
 */
export class ModuleLoader {
  readonly #loaded = new Map<string, { exports: unknown }>();

  constructor(
    private readonly modules: Record<string, ScriptModule>,
    private readonly evaluate: Evaluate,
    /** What app code sees besides a phone's JavaScript globals: wx, App, Page … */
    private readonly globals: Record<string, unknown>,
  ) {}

  /** @throws what the module's code throws; it runs again at the next attempt */
  load(id: string): unknown {
    const known = this.#loaded.get(id);
    if (known !== undefined) return known.exports;
    const source = this.modules[id];
    if (source === undefined) throw new Error(`module '${id}' is not defined`);
    const module = { exports: {} as unknown };
    this.#loaded.set(id, module);
    try {
      const make = this.#compile(id, source);
      make(...Object.values(this.globals)).call(undefined, this.#requireFor(source), module, module.exports);
    } catch (error) {
      this.#loaded.delete(id);
      throw error;
    }
    return module.exports;
  }

  /** Globals lie one function further out, because a file may declare a name of its own: `const App = getApp()`. */
  #compile(id: string, { code }: ScriptModule): (...globals: unknown[]) => ModuleBody {
    const names = Object.keys(this.globals).join(', ');
    const map = /\n?\/\/# sourceMappingURL=\S+\s*$/.exec(code)?.[0] ?? '';
    const plain = map === '' ? code : code.slice(0, -map.length);
    // The first line stays the first line, so that the map's line numbers are right.
    return this.evaluate(
      `(function (${names}) {return function (require, module, exports) {${plain}\n}})${map}\n//# sourceURL=${sourceFolder}${id}`,
    ) as (...globals: unknown[]) => ModuleBody;
  }

  #requireFor(source: ScriptModule) {
    const find = (name: string): unknown => {
      const target = source.requires[name];
      if (target === undefined)
        throw new Error(`module '${name}' is not defined, require args is '${name}' (${source.file})`);
      return this.load(target);
    };
    const require = (
      name: string,
      onLoaded?: (value: unknown) => void,
      onFailed?: (error: unknown) => void,
    ) => {
      if (onLoaded === undefined) return find(name);
      return void Promise.resolve()
        .then(() => find(name))
        .then(onLoaded, onFailed);
    };
    return Object.assign(require, { async: async (name: string) => find(name) });
  }
}
