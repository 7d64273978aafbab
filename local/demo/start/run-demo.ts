import { once } from 'node:events';
import path from 'node:path';
import { type Cloud, startCloud } from '../../cloud';
import { buildCity } from '../city/build-city';
import type { City } from '../city/city';
import { readMetroNetwork } from '../city/read-metro-network';
import type { DemoFile } from '../folder/demo-file';
import { readPartnerAccess } from '../folder/partner-access';
import { type Progress, runMonth } from '../month/run-month';
import { PartnerClient } from '../operator/partner-client';
import { DEFAULT_FOLDER, type StartArguments, UsageError } from './arguments';
import { choosePort } from './choose-port';
import { guideText } from './guide';
import { openFolder } from './open-folder';
import { type Output, ProgressLine } from './progress-line';

/** After so many days there are balances to look at. */
const DAYS_BEFORE_GUIDE = 2;

/** Serves the product and fills the month behind it; answers when `signal` has ended it and everything is closed. */
export async function runDemo(
  root: string,
  given: StartArguments,
  output: Output,
  signal: AbortSignal,
): Promise<void> {
  const file = openFolder(given.dataFolder, { fresh: given.fresh, nowMs: Date.now() });
  const city = buildCity({ network: readMetroNetwork(root), startDay: file.state.startDay });
  const cloud = await serve(root, given, city);
  try {
    file.change({ port: cloud.port });
    output.write(`碳点点已就绪 / ready: ${cloud.url}\n`);
    await fill({ root, given, cloud, file, city, output, signal });
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await cloud.stop();
  }
}

async function serve(root: string, given: StartArguments, city: City): Promise<Cloud> {
  const port = given.port ?? (await choosePort());
  try {
    return await startCloud({
      port,
      dataFolder: given.dataFolder,
      functionsFolder: path.join(root, 'dist/cloudfunctions'),
      startAtMs: city.startMs,
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new UsageError(`端口 ${port} 已被占用；请换一个：npm start -- --port ${port + 1}`);
  }
}

interface Filling {
  root: string;
  given: StartArguments;
  cloud: Cloud;
  file: DemoFile;
  city: City;
  output: Output;
  signal: AbortSignal;
}

async function fill({ root, given, cloud, file, city, output, signal }: Filling): Promise<void> {
  const line = new ProgressLine(output);
  const folder = path.relative(root, given.dataFolder);
  const flags = folder === DEFAULT_FOLDER ? '' : ` --data ${folder}`;
  const guide = guideText({ url: cloud.url, openid: firstOpenid(city), flags });
  if (file.state.finished) {
    line.say(guide);
    return;
  }
  let guided = false;
  const report = (progress: Progress): void => {
    line.show(progress);
    if (progress.daysDone >= DAYS_BEFORE_GUIDE && !guided) line.say(guide);
    guided ||= progress.daysDone >= DAYS_BEFORE_GUIDE;
  };
  const client = new PartnerClient(cloud.url, readPartnerAccess(given.dataFolder));
  const finished = await runMonth({ client, city, file, report, signal });
  line.end();
  if (finished) output.write(`${summaryText(file)}\n`);
}

/** The first commuter, or in a city without one whoever comes first. */
const firstOpenid = (city: City): string => city.riders[0]?.openid ?? '';

function summaryText({ state: { tally, credited } }: DemoFile): string {
  const days = Object.values(credited);
  const count = days.reduce((sum, day) => sum + day.count, 0);
  const grams = days.reduce((sum, day) => sum + day.grams, 0);
  const refused = Object.entries(tally.rejected).map(([code, times]) => `${code} ${times}`);
  return [
    `一个月的数据已就绪：${count.toLocaleString('en-US')} 次行程，${grams.toLocaleString('en-US')} 碳积分；时钟已走到现在。`,
    `The month is complete. Sent ${tally.sent} tickets: ${tally.accepted} accepted, ${tally.pending} waited for a binding, ` +
      `${tally.duplicate} duplicates, refused: ${refused.join(', ') || 'none'}.`,
  ].join('\n');
}
