import type { LicensedModule } from './licensed-modules';

/** Files of the mini-program by their path below its folder. */
export type MiniProgramFiles = ReadonlyMap<string, Buffer>;

interface AppJson {
  subPackages: { root: string }[];
  requiredPrivateInfos?: string[];
  requiredBackgroundModes?: string[];
  permission?: Record<string, unknown>;
  [field: string]: unknown;
}

const APP = 'app.json';
const MODULES = 'views/modules.ts';

/** A list without these, or no list at all when nothing is left of it. */
function without(list: readonly string[] | undefined, gone: readonly string[]): string[] | undefined {
  const left = (list ?? []).filter(one => !gone.includes(one));
  return left.length > 0 ? left : undefined;
}

function leftPermissions({ permission, requiredPrivateInfos }: AppJson, gone: readonly string[]) {
  const placeIsUsed = (requiredPrivateInfos ?? []).some(name => name.includes('Location'));
  const left = Object.entries(permission ?? {}).filter(
    ([scope]) => !gone.includes(scope) && (placeIsUsed || scope !== 'scope.userLocation'),
  );
  return left.length > 0 ? Object.fromEntries(left) : undefined;
}

function appWithout(
  app: AppJson,
  { root, privateInfos, permissions, backgroundModes }: LicensedModule,
): AppJson {
  const left = { ...app, requiredPrivateInfos: without(app.requiredPrivateInfos, privateInfos) };
  return {
    ...left,
    subPackages: app.subPackages.filter(one => one.root !== root),
    requiredBackgroundModes: without(app.requiredBackgroundModes, backgroundModes),
    permission: leftPermissions(left as AppJson, permissions),
  } as AppJson;
}

function switchedOff(source: string, name: string): string {
  const changed = source.replace(`${name}: true`, `${name}: false`);
  if (changed === source) throw new Error(`${MODULES} does not name the module ${name}`);
  return changed;
}

/**
 * The mini-program without a module: its pages, what app.json declares for it, and every way to it. What is submitted to
 * WeChat then has none of it, and nothing can switch it on from outside.
 */
export function leaveOut(files: MiniProgramFiles, module: LicensedModule): MiniProgramFiles {
  const app = JSON.parse(files.get(APP)?.toString() ?? '') as AppJson;
  const left = new Map([...files].filter(([file]) => !file.startsWith(`${module.root}/`)));
  left.set(APP, Buffer.from(`${JSON.stringify(appWithout(app, module), null, 2)}\n`));
  left.set(MODULES, Buffer.from(switchedOff(files.get(MODULES)?.toString() ?? '', module.name)));
  return left;
}
