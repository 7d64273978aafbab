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
  readonly #names: string[];

  constructor(
    private readonly modules: Record<string, ScriptModule>,
    private readonly evaluate: Evaluate,
    /** What app code sees besides a phone's JavaScript globals: wx, App, Page … */
    private readonly globals: Record<string, unknown>,
  ) {
    this.#names = Object.keys(globals);
  }

  /** @throws what the module's code throws; it runs again at the next attempt */
  load(id: string): unknown {
    const known = this.#loaded.get(id);
    if (known !== undefined) return known.exports;
    const source = this.modules[id];
    if (source === undefined) throw new Error(`module '${id}' is not defined`);
    const module = { exports: {} as unknown };
    this.#loaded.set(id, module);
    try {
      this.#body(id, source).call(
        undefined,
        this.#requireFor(source),
        module,
        module.exports,
        ...Object.values(this.globals),
      );
    } catch (error) {
      this.#loaded.delete(id);
      throw error;
    }
    return module.exports;
  }

  #body(id: string, { code }: ScriptModule): ModuleBody {
    const parameters = ['require', 'module', 'exports', ...this.#names].join(', ');
    const map = /\n?\/\/# sourceMappingURL=\S+\s*$/.exec(code)?.[0] ?? '';
    const plain = map === '' ? code : code.slice(0, -map.length);
    // The first line stays the first line, so that line numbers are right even without a map.
    return this.evaluate(
      `(function (${parameters}) {${plain}\n})${map}\n//# sourceURL=${sourceFolder}${id}`,
    ) as ModuleBody;
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
