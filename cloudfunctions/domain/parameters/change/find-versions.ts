import type { Platform } from '../../../platform';
import { parametersProblem } from '../rules';
import { type ParametersDocument, parameterVersions } from '../store';

/** The latest versions by number, whether in force, to come or unusable, the newest first. One database call. */
export const findVersions = (platform: Platform, limit: number): Promise<ParametersDocument[]> =>
  platform.database.find(parameterVersions, {
    where: { version: { above: 0 } },
    orderBy: [['version', 'desc']],
    limit,
  });

export const isUsable = (version: ParametersDocument): boolean => parametersProblem(version) === null;
