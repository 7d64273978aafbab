import path from 'node:path';
import type { City } from '../city/city';
import type { MetroNetwork } from '../city/metro-network';
import type { DemoFile } from '../folder/demo-file';
import { readPartnerAccess } from '../folder/partner-access';
import { type Progress, runMonth } from '../month/run-month';
import { PartnerClient } from '../operator/partner-client';
import { planRide } from '../try/plan-ride';
import { signRide } from '../try/sign-ride';
import { DEFAULT_FOLDER } from './arguments';
import { guideText, signedCurlText } from './guide';
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
  const finished = file.state.finished || (await runMonth({ client, city, file, report, signal }));
  line.end();
  if (!finished) return;
  output.write(`${summaryText(file.state)}\n`);
  output.write(await signedCurl(client, filling));
}

function guideOf({ root, dataFolder, url, city }: Filling): string {
  const flags = dataFolder === path.join(root, DEFAULT_FOLDER) ? '' : ` --data ${dataFolder}`;
  return guideText({ url, openid: firstRider(city).openid, flags });
}

/** Only now, when the clock stands still beside the machine's, a signature lasts long enough to be pasted. */
async function signedCurl(client: PartnerClient, { network, city }: Filling): Promise<string> {
  const ticket = planRide(network, firstRider(city), {}, await client.clock.nowMs());
  return signedCurlText(await signRide(client, ticket));
}

function firstRider({ riders: [rider] }: City) {
  if (rider === undefined) throw new Error('nobody lives in the demo city');
  return rider;
}
