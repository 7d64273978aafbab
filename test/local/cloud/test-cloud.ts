import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Cloud, type CloudOptions, startCloud } from '../../../local/cloud';

export const root = path.resolve(__dirname, '../../..');
export const fixtureFunctions = path.join(__dirname, 'fixtures/functions');

const folders: string[] = [];
const clouds: Cloud[] = [];

/** A folder that is gone after the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tandiandian-cloud-'));
  folders.push(folder);
  return folder;
}

let program: string | null = null;

/** Bundles one of the endpoint's programs as the build does, once a test file. */
export function bundle(entry: string): string {
  const output = path.join(temporaryFolder(), `${path.basename(entry, '.ts')}.js`);
  const flags = ['--bundle', '--packages=external', '--platform=node', '--format=cjs', '--log-level=warning'];
  execFileSync(path.join(root, 'node_modules/.bin/esbuild'), [
    path.join(root, entry),
    ...flags,
    `--outfile=${output}`,
  ]);
  return output;
}

export function functionProgram(): string {
  if (program === null || !existsSync(program)) program = bundle('local/cloud/runner/function-process.ts');
  return program;
}

/** An endpoint with the functions of fixtures/functions, stopped after the test file. */
export async function startTestCloud(options: Partial<CloudOptions> = {}): Promise<Cloud> {
  const cloud = await startCloud({
    port: 0,
    dataFolder: temporaryFolder(),
    functionsFolder: fixtureFunctions,
    functionProgram: functionProgram(),
    ...options,
  });
  clouds.push(cloud);
  return cloud;
}

/** An endpoint without any functions. */
export async function startEmptyCloud(dataFolder = temporaryFolder()): Promise<Cloud> {
  const cloud = await startCloud({ port: 0, dataFolder });
  clouds.push(cloud);
  return cloud;
}

/** For `afterAll`: a test file leaves no process and no folder behind. */
export async function stopTestClouds(): Promise<void> {
  await Promise.all(clouds.splice(0).map(cloud => cloud.stop()));
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  program = null;
}
