import type { Unit } from '../../build/app-bundle';

const known = ['isolated', 'apply-shared', 'shared', 'page-isolated', 'page-apply-shared', 'page-shared'];

/**
 * How a unit's classes meet those of the app. What its JavaScript says counts before its JSON; pages are shared and
 * components isolated where neither says anything.
 */
export function isolationOf({ isPage, config }: Unit, options: Record<string, unknown>): string {
  const said = options.styleIsolation ?? config.styleIsolation;
  if (typeof said === 'string' && known.includes(said)) return said;
  if (isPage) return 'shared';
  return options.addGlobalClass === true || config.addGlobalClass === true ? 'apply-shared' : 'isolated';
}

/** Whether the unit's own classes get a prefix. */
export function scopesClasses(isolation: string): boolean {
  return isolation !== 'shared' && isolation !== 'page-shared';
}
