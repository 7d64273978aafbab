import { once } from 'node:events';
import path from 'node:path';
import { type Cloud, startCloud } from '../../cloud';
import { buildCity } from '../city/build-city';
import { readMetroNetwork } from '../city/read-metro-network';
import { UsageError } from '../command-line/usage-error';
import type { DemoFile } from '../folder/demo-file';
import type { StartArguments } from './arguments';
import { choosePort } from './choose-port';
import { fillMonth } from './fill-month';
import { openFolder } from './open-folder';
import type { MountPages } from './pages';
import type { Output } from './progress-line';

/** Serves the product and fills the month behind it; answers when `signal` has ended it and everything is closed. */
export async function runDemo(
  root: string,
  given: StartArguments,
  output: Output,
  signal: AbortSignal,
  mountPages: MountPages,
): Promise<void> {
  const file = openFolder(given.dataFolder, { fresh: given.fresh, nowMs: Date.now() });
  const network = readMetroNetwork(root);
  const city = buildCity({ network, startDay: file.state.startDay });
  const cloud = await serve(root, given, city.startMs);
  let close = (): void => {};
  try {
    rememberPort(file, cloud);
    close = mountPages({ root, dataFolder: given.dataFolder, cloud, city, network, file });
    output.write(`碳点点已就绪，用浏览器打开 / ready, open in a browser: ${cloud.url}\n`);
    await fillMonth({
      root,
      dataFolder: given.dataFolder,
      url: cloud.url,
      file,
      network,
      city,
      output,
      signal,
    });
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    close();
    await cloud.stop();
  }
}

async function serve(
  root: string,
  { port: wanted, dataFolder }: StartArguments,
  startAtMs: number,
): Promise<Cloud> {
  const port = wanted ?? (await choosePort());
  const functionsFolder = path.join(root, 'dist/cloudfunctions');
  try {
    return await startCloud({ port, dataFolder, functionsFolder, startAtMs });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new UsageError(`端口 ${port} 已被占用；请换一个，例如 npm start -- --port ${port + 1}`);
  }
}

/** So that the commands beside it find it without being told. */
const rememberPort = (file: DemoFile, { port }: Cloud): void => file.change({ port });
