import type { BuildProblem, Unit } from '../../build/app-bundle';
import type { ModuleLoader } from '../code/module-loader';
import type { StyleSheets } from '../page/style-sheets';
import type { Problems } from '../problems/problems';
import type { Kernel } from './app-space';
import { useStandardBehaviors } from './standard-behaviors';
import { isolationOf, scopesClasses } from './style-isolation';
import { type GeneratedTemplate, withHooks } from './template-hooks';

type Definition = Record<string, unknown> & { options?: Record<string, unknown>; behaviors?: unknown[] };

export interface RegistryParts {
  kernel: Kernel;
  units: Record<string, Unit>;
  templates: Record<string, GeneratedTemplate>;
  styles: StyleSheets;
  problems: Problems;
  buildProblems: readonly BuildProblem[];
}

/**
 * The pages and components of the app. A unit's script runs when a page first needs it, and what it says to Page or
 * Component belongs to that unit, even where a helper of a library says it.
 */
export class UnitRegistry {
  readonly #registered = new Set<string>();
  #current: Unit | null = null;
  #loader!: ModuleLoader;
  readonly #standard;

  constructor(private readonly parts: RegistryParts) {
    this.#standard = useStandardBehaviors(parts.kernel);
  }

  useLoader(loader: ModuleLoader): void {
    this.#loader = loader;
  }

  /** Runs the scripts of a unit and of everything that it uses. */
  prepare(path: string): void {
    const unit = this.parts.units[path];
    if (unit === undefined || this.#registered.has(path)) return;
    this.#registered.add(path);
    for (const used of Object.values(unit.uses)) this.prepare(used);
    this.#configure(unit, {});
    this.#tellProblems(path);
    this.#run(unit);
    if (!this.#isDefined(path)) this.#defineEmpty(unit);
  }

  /** The global `Page`. */
  readonly page = (definition: Definition): void => {
    this.#define('Page', definition, unit =>
      this.parts.kernel.space
        .component(unit.path)
        .pageDefinition(definition as never)
        .register(),
    );
  };

  /** The global `Component`. */
  readonly component = (definition: Definition): void => {
    this.#define('Component', definition, unit =>
      this.parts.kernel.space
        .component(unit.path)
        .definition(definition as never)
        .register(),
    );
  };

  /** The global `Behavior`. */
  readonly behavior = (definition: Definition): unknown => {
    const withObjects = this.#standard.replaceNames(definition);
    return this.parts.kernel.space
      .behavior()
      .definition(withObjects as never)
      .register();
  };

  #define(kind: string, definition: Definition, register: (unit: Unit) => unknown): void {
    const unit = this.#current;
    if (unit === null) {
      this.parts.problems.report('script', kind, `${kind}() 只能在页面或组件的脚本里调用`);
      return;
    }
    this.#current = null;
    this.#standard.replaceNames(definition, true);
    this.#configure(unit, definition.options ?? {});
    register(unit);
  }

  /** What the build found wrong in a unit is shown when a page needs it; the console has had it from the beginning. */
  #tellProblems(path: string): void {
    for (const { kind, file, message, isWarning } of this.parts.buildProblems)
      if (!isWarning && kind !== 'component' && file.startsWith(`${path}.`))
        this.parts.problems.report('template', file, `${file}：${message}`);
  }

  #run(unit: Unit): void {
    if (unit.script === null) return;
    const before = this.#current;
    this.#current = unit;
    try {
      this.#loader.load(unit.script);
    } catch (error) {
      this.parts.problems.caught(unit.script, error);
    } finally {
      this.#current = before;
    }
  }

  #isDefined(path: string): boolean {
    return this.parts.kernel.space.getComponentSpace().getComponentByUrlWithoutDefault(path, '') !== null;
  }

  /** A script that failed, or that registers nothing, still leaves its template to look at. */
  #defineEmpty(unit: Unit): void {
    if (unit.isPage)
      this.parts.problems.report('script', unit.path, `页面 ${unit.path} 没有调用 Page() 或 Component()`);
    this.parts.kernel.space.component(unit.path).definition({}).register();
  }

  #configure(unit: Unit, options: Record<string, unknown>): void {
    const { space } = this.parts.kernel;
    const isolation = isolationOf(unit, options);
    space.addComponentStaticConfig(unit.path, {
      component: !unit.isPage,
      styleIsolation: isolation as never,
      usingComponents: absolute(unit.uses),
      componentGenerics: genericsOf(unit),
      ...(unit.config.componentPlaceholder && { componentPlaceholder: unit.config.componentPlaceholder }),
      ...(unit.config.pureDataPattern && { pureDataPattern: unit.config.pureDataPattern }),
    });
    const scope = scopesClasses(isolation) ? scopeName(unit.path) : '';
    space.addStyleSheet(unit.path, undefined, scope);
    this.#addTemplate(unit);
  }

  /** Styles are added once it is known how the unit isolates them, which is after its script has run. */
  addStyles(path: string, done: Set<string> = this.#styled): void {
    const unit = this.parts.units[path];
    if (unit === undefined || done.has(path)) return;
    done.add(path);
    for (const used of Object.values(unit.uses)) this.addStyles(used, done);
    const scope = this.parts.kernel.space.getStyleScopeName(path) ?? '';
    this.parts.styles.add(unit.isPage ? 'pages' : 'components', unit.style, scope);
  }

  readonly #styled = new Set<string>();

  #addTemplate(unit: Unit): void {
    const template = this.parts.templates[unit.path];
    if (template === undefined) return;
    const groupList = this.parts.templates;
    const compiled = { groupList, content: withHooks(template), fallbackListenerOnNativeNode: true };
    this.parts.kernel.space.addCompiledTemplate(unit.path, compiled as never);
  }
}

function absolute(uses: Record<string, string>): Record<string, string> {
  const entries = Object.entries(uses).filter(([tag]) => !tag.startsWith('generic:'));
  return Object.fromEntries(entries.map(([tag, path]) => [tag, `/${path}`]));
}

function genericsOf(unit: Unit): Record<string, true | { default?: string }> {
  const names = Object.keys(unit.config.componentGenerics ?? {});
  return Object.fromEntries(
    names.map(name => {
      const path = unit.uses[`generic:${name}`];
      return [name, path === undefined ? true : { default: `/${path}` }];
    }),
  );
}

/** Class prefixes must be names that CSS can write. */
function scopeName(path: string): string {
  return path.replace(/[^\w-]/g, '-');
}
