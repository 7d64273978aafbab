import path from 'node:path';
import { findAppFolder } from '../../simulator/build/app-folder';
import { buildApp } from '../../simulator/build/build-app';
import { BuildCache } from '../../simulator/build/build-cache';

/**
 * Builds the mini-program as the simulator does and takes every warning seriously: a duplicate attribute or a component
 * that does not exist is shown there and goes on, because programs of others have such things; ours do not.
 */
export async function buildProblems(folder: string): Promise<string[]> {
  const { problems } = await buildApp(findAppFolder(folder), new BuildCache());
  return problems
    .filter(({ file }) => !file.startsWith('miniprogram_npm/'))
    .map(({ file, message }) => `${path.posix.join('miniprogram', file)}: ${message}`);
}
