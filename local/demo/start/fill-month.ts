import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { City } from '../city/city';
import type { MetroNetwork } from '../city/metro-network';
import type { Rider } from '../city/rider';
import type { DemoFile } from '../folder/demo-file';
import { readPartnerAccess } from '../folder/partner-access';
import { type MonthRun, type Progress, runMonth } from '../month/run-month';
import { PartnerClient } from '../operator/partner-client';
import { readTrips } from '../people/account';
import { Phone } from '../people/phone';
import { planRide } from '../try/plan-ride';
import { signRide } from '../try/sign-ride';
import { DEFAULT_FOLDER } from './arguments';
import { type GuideContext, guideText, signedCurlText } from './guide';
import { type Output, ProgressLine } from './progress-line';
import { summaryText } from './summary';

export interface Filling {
  root: string;
  dataFolder: string;
  url: string;
  file: DemoFile;
  network: MetroNetwork;
  city: City;
  output: Output;
  signal: AbortSignal;
}

/** Sends what the month lacks, says what to try as soon as there is something to see, and how it ended. */
export async function fillMonth(filling: Filling): Promise<void> {
  const { dataFolder, url, file, city, output, signal } = filling;
  const client = new PartnerClient(url, readPartnerAccess(dataFolder));
  const line = new ProgressLine(output);
  let guided = file.state.finished;
  if (guided) line.say(guideOf(filling));
  const report = (progress: Progress): void => {
    line.show(progress);
    // After the first portion there are riders with cards, and the rest of the month fills behind what people try.
    if (!guided) line.say(guideOf(filling));
    guided = true;
  };
  const finished = file.state.finished || (await sendMonth({ client, city, file, report, signal }, line));
  line.end();
  if (!finished) return;
  output.write(`${summaryText(file.state)}\n`);
  output.write(await signedCurl(client, filling));
}

/** Everything in the month may be sent again, so what went wrong is tried again before it is given up. */
const TRIES = 3;
const PAUSE_MS = 2000;

/** Whatever happens to the demo's operator, the product goes on serving. Answers whether the month is complete. */
async function sendMonth(run: MonthRun, line: ProgressLine): Promise<boolean> {
  for (let tried = 1; tried <= TRIES && !run.signal.aborted; tried += 1) {
    try {
      return await runMonth(run);
    } catch (error) {
      line.say(`演示数据灌入出错：${error instanceof Error ? error.message : String(error)}`);
      await sleep(PAUSE_MS);
    }
  }
  if (!run.signal.aborted) line.say('演示数据没有灌完；产品仍在运行，重新运行 npm start 会接着灌入。');
  return false;
}

/** The guide sends the first two on a ride. */
const FIRST_FOR_CURL = 2;

/** People in the order in which they came in: whoever is named first has a card from the beginning. */
function riderOf({ joins }: City, place: number): Rider {
  const join = joins[place % joins.length];
  if (join === undefined) throw new Error('nobody lives in the demo city');
  return join.rider;
}

function contextOf({ root, dataFolder, url, city }: Filling, place: number): GuideContext {
  const flags = dataFolder === path.join(root, DEFAULT_FOLDER) ? '' : ` --data ${dataFolder}`;
  return { url, openid: riderOf(city, place).openid, otherOpenid: riderOf(city, place + 1).openid, flags };
}

const guideOf = (filling: Filling): string => guideText(contextOf(filling, 0));

/**
 * Only now, when the clock stands still beside the machine's, a signature lasts long enough to be pasted. It is for
 * somebody who is not on the way at that time, as whoever has just been sent on a ride would be.
 */
async function signedCurl(client: PartnerClient, filling: Filling): Promise<string> {
  const nowMs = await client.clock.nowMs();
  for (let place = FIRST_FOR_CURL; place < filling.city.joins.length; place += 1) {
    const context = contextOf(filling, place);
    const ticket = planRide(filling.network, riderOf(filling.city, place), {}, nowMs);
    const [latest] = await readTrips(new Phone(filling.url, context.openid), 1);
    if (latest !== undefined && latest.toMs > ticket.entry.atMs) continue;
    return signedCurlText(await signRide(client, ticket), context);
  }
  return '';
}
