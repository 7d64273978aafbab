import type { AppConfig, BuildProblem, Unit, UnitConfig } from './app-bundle';
import type { AppFiles } from './app-files';
import { readJson } from './read-json';
import { resolveComponent } from './resolve-component';
import { normalisePath } from './virtual-path';

/** Every page of the app, those of subpackages after those of the main package. */
export function pagesOf(config: AppConfig): string[] {
  const ofSubpackages = (config.subpackages ?? []).flatMap(one =>
    (one.pages ?? []).map(page => normalisePath(`${one.root}/${page}`)),
  );
  return [...new Set([...(config.pages ?? []).map(normalisePath), ...ofSubpackages])];
}

/** app.json with the two spellings of subpackages made one. */
export function readAppConfig(files: AppFiles, problems: BuildProblem[]): AppConfig {
  const raw = readJson<AppConfig & { subPackages?: AppConfig['subpackages'] }>(files, 'app.json', problems);
  const subpackages = raw.subpackages ?? raw.subPackages;
  return { ...raw, pages: raw.pages ?? [], ...(subpackages === undefined ? {} : { subpackages }) };
}

interface Crawl {
  files: AppFiles;
  config: AppConfig;
  problems: BuildProblem[];
  units: Record<string, Unit>;
}

/** Reads the JSON of every page and follows `usingComponents` from there. */
export function crawlUnits(
  files: AppFiles,
  config: AppConfig,
  problems: BuildProblem[],
): Record<string, Unit> {
  const crawl: Crawl = { files, config, problems, units: {} };
  for (const page of pagesOf(config)) addUnit(crawl, page, true);
  if (config.tabBar?.custom === true) addUnit(crawl, 'custom-tab-bar/index', false);
  return crawl.units;
}

function addUnit(crawl: Crawl, path: string, isPage: boolean): void {
  const known = crawl.units[path];
  if (known !== undefined) {
    known.isPage ||= isPage;
    return;
  }
  const { files, problems } = crawl;
  const unit: Unit = {
    path,
    isPage,
    config: readJson<UnitConfig>(files, `${path}.json`, problems),
    uses: {},
    missing: {},
    hasTemplate: files.exists(`${path}.wxml`),
    script: null,
    style: '',
  };
  crawl.units[path] = unit;
  if (isPage && !unit.hasTemplate) complain(problems, 'config', `${path}.wxml`, '页面文件不存在');
  addUsed(crawl, unit);
}

function addUsed(crawl: Crawl, unit: Unit): void {
  const { usingComponents = {}, componentGenerics = {} } = unit.config;
  // Components named in app.json are known to every page and component.
  for (const [tag, name] of Object.entries(crawl.config.usingComponents ?? {}))
    use(crawl, unit, 'app.json', tag, name);
  for (const [tag, name] of Object.entries(usingComponents)) use(crawl, unit, unit.path, tag, name);
  for (const [tag, generic] of Object.entries(componentGenerics))
    if (typeof generic === 'object' && generic.default !== undefined)
      use(crawl, unit, unit.path, `generic:${tag}`, generic.default);
}

function use(crawl: Crawl, unit: Unit, from: string, tag: string, name: string): void {
  const path = resolveComponent(crawl.files, crawl.config.resolveAlias ?? {}, from, name);
  if (path === undefined) {
    unit.missing[tag] = name;
    complain(crawl.problems, 'component', `${unit.path}.json`, `找不到组件 <${tag}>：${name}`);
    return;
  }
  unit.uses[tag] = path;
  delete unit.missing[tag];
  addUnit(crawl, path, false);
}

function complain(problems: BuildProblem[], kind: BuildProblem['kind'], file: string, message: string): void {
  if (problems.some(one => one.file === file && one.message === message)) return;
  problems.push({ kind, file, message, isWarning: false });
}
