import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where a mini-program and its project lie. */
export interface AppFolder {
  /** Absolute folder with app.json; nothing outside of it and its npm packages is read. */
  root: string;
  /** Absolute folder with project.config.json or package.json, whose node_modules count; the root itself if there is none. */
  projectRoot: string;
  appId: string;
}

export class NoAppError extends Error {}

/**
 * @param folder one with app.json, or one whose project.config.json says where that is
 * @throws NoAppError
 */
export function findAppFolder(folder: string): AppFolder {
  const start = path.resolve(folder);
  const project = projectConfig(start);
  const root = path.resolve(start, text(project?.miniprogramRoot) ?? '.');
  const found = [root, start].find(one => existsSync(path.join(one, 'app.json')));
  if (found === undefined) throw new NoAppError(`没有找到 app.json：${root}`);
  const projectRoot = projectFolder(found);
  const appId = text((project ?? projectConfig(projectRoot))?.appid) ?? 'touristappid';
  return { root: found, projectRoot, appId };
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function projectConfig(folder: string): Record<string, unknown> | undefined {
  const file = path.join(folder, 'project.config.json');
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  } catch {
    return undefined;
  }
}

/** The nearest folder that is a project; two levels are as deep as templates nest the mini-program. */
function projectFolder(root: string): string {
  for (const up of ['.', '..', '../..']) {
    const folder = path.resolve(root, up);
    if (['project.config.json', 'package.json'].some(name => existsSync(path.join(folder, name))))
      return folder;
  }
  return root;
}
