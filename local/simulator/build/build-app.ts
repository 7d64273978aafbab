import type { AppBundle, AppConfig, BuildProblem, Unit } from './app-bundle';
import { AppFiles } from './app-files';
import type { AppFolder } from './app-folder';
import type { BuildCache } from './build-cache';
import { crawlUnits, pagesOf, readAppConfig } from './crawl-units';
import { readJson } from './read-json';
import { collectModules } from './script/collect-modules';
import { buildStyle } from './style/build-style';
import { compileTemplates } from './template/compile-templates';

/**
 * Builds a mini-program folder for the browser. What is wrong in it is listed in the result, never thrown, so that
 * there is always something to show.
 */
export async function buildApp(app: AppFolder, cache: BuildCache): Promise<AppBundle> {
  const files = new AppFiles(app);
  const problems: BuildProblem[] = [];
  const config = readAppConfig(files, problems);
  const units = crawlUnits(files, config, problems);
  const modules = await collectModules({
    files,
    cache,
    problems,
    aliases: config.resolveAlias ?? {},
    entries: [scriptOf(files, 'app'), ...linkScripts(files, units)].filter(id => id !== undefined),
  });
  const templates = compileTemplates(files, cache, pathsWithTemplate(units), problems);
  addStyles(files, cache, units, problems);
  const appStyle = buildStyle(files, cache, 'app.wxss', { kind: 'app' }, problems);
  return {
    config,
    theme: readTheme(files, config, problems),
    pages: pagesOf(config),
    units,
    modules,
    templates,
    appStyle,
    problems,
  };
}

function scriptOf(files: AppFiles, path: string): string | undefined {
  return ['.js', '.ts'].map(ending => path + ending).find(file => files.exists(file));
}

function linkScripts(files: AppFiles, units: Record<string, Unit>): string[] {
  const scripts: string[] = [];
  for (const unit of Object.values(units)) {
    const script = scriptOf(files, unit.path);
    if (script === undefined) continue;
    unit.script = script;
    scripts.push(script);
  }
  return scripts;
}

function pathsWithTemplate(units: Record<string, Unit>): string[] {
  return Object.values(units)
    .filter(unit => unit.hasTemplate)
    .map(unit => unit.path);
}

function addStyles(
  files: AppFiles,
  cache: BuildCache,
  units: Record<string, Unit>,
  problems: BuildProblem[],
): void {
  for (const unit of Object.values(units)) {
    const owner = { kind: unit.isPage ? 'page' : 'component', path: unit.path } as const;
    unit.style = buildStyle(files, cache, `${unit.path}.wxss`, owner, problems);
  }
}

function readTheme(files: AppFiles, config: AppConfig, problems: BuildProblem[]): AppBundle['theme'] {
  const themes =
    config.themeLocation === undefined
      ? {}
      : readJson<Partial<AppBundle['theme']>>(files, config.themeLocation, problems);
  return { light: themes.light ?? {}, dark: themes.dark ?? {} };
}
