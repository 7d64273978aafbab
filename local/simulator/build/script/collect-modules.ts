import type { BuildProblem, ScriptModule } from '../app-bundle';
import type { AppFiles } from '../app-files';
import type { BuildCache } from '../build-cache';
import { bundlePackage } from './bundle-package';
import { type ModuleTarget, resolveModule } from './resolve-module';
import { requiredNames, transformScript } from './transform-script';

export interface ModuleInput {
  files: AppFiles;
  cache: BuildCache;
  aliases: Record<string, string>;
  problems: BuildProblem[];
  /** Files to begin with. */
  entries: string[];
}

/** Every module that can be reached, each transformed by itself. */
export async function collectModules(input: ModuleInput): Promise<Record<string, ScriptModule>> {
  const modules: Record<string, ScriptModule> = {};
  let waiting: ModuleTarget[] = input.entries.map(id => ({ kind: 'file', id }));
  while (waiting.length > 0) {
    const fresh = waiting.filter(
      ({ id }, index) => modules[id] === undefined && waiting.findIndex(other => other.id === id) === index,
    );
    const found = await Promise.all(fresh.map(target => readModule(input, target)));
    waiting = [];
    for (const [index, target] of fresh.entries()) {
      const { module, targets } = found[index] as Awaited<ReturnType<typeof readModule>>;
      modules[target.id] = module;
      waiting.push(...targets);
    }
  }
  return modules;
}

async function readModule(input: ModuleInput, target: ModuleTarget) {
  const code = await codeOf(input, target);
  const module: ScriptModule = { code, file: target.id, requires: {} };
  const targets: ModuleTarget[] = [];
  if (target.kind === 'package' || target.id.endsWith('.json')) return { module, targets };
  for (const name of requiredNames(code)) {
    const next = resolveModule(input.files, input.aliases, target.id, name);
    if (next === undefined) continue;
    module.requires[name] = next.id;
    targets.push(next);
  }
  return { module, targets };
}

/** A file that cannot be compiled becomes one that says so when it is needed, so that the rest of the app runs. */
async function codeOf({ files, cache, problems }: ModuleInput, target: ModuleTarget): Promise<string> {
  try {
    if (target.kind === 'package')
      return await cache.keep(`package ${target.specifier}`, 'once', () =>
        bundlePackage(files.app, target.specifier),
      );
    return await cache.keep(`script ${target.id}`, files.version(target.id), () =>
      transformScript(target.id, files.read(target.id) ?? ''),
    );
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    problems.push({ kind: 'script', file: target.id, message, isWarning: false });
    return `throw new Error(${JSON.stringify(`${target.id}：${message}`)});`;
  }
}
