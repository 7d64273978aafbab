import path from 'node:path';
import type { City } from '../city/city';
import type { MetroNetwork } from '../city/metro-network';
import type { Rider } from '../city/rider';
import type { DemoFile } from '../folder/demo-file';
import type { PartnerClient } from '../operator/partner-client';
import { readTrips } from '../people/account';
import { Phone, PhoneError } from '../people/phone';
import { planRide } from '../try/plan-ride';
import { signRide } from '../try/sign-ride';
import { DEFAULT_FOLDER } from './arguments';
import { addressText, type GuideContext, guideText, signedCurlText } from './guide';
import type { Output } from './progress-line';
import { summaryText } from './summary';

export interface Welcome {
  root: string;
  dataFolder: string;
  client: PartnerClient;
  file: DemoFile;
  network: MetroNetwork;
  city: City;
  output: Output;
}

/** Where the product is, what is in it, and what to try; the address comes first, and last where eyes look. */
export async function welcome(given: Welcome): Promise<void> {
  const { file, output, client } = given;
  const address = addressText(client.url);
  output.write(`${address}\n`);
  if (file.state.finished) output.write(`${summaryText(file.state)}\n`);
  output.write(guideText(contextOf(given, 0)));
  output.write(`${await signedCurlIfAny(given)}${address}  （Ctrl-C 结束）\n`);
}

/** The guide sends the first two on a ride. */
const FIRST_FOR_CURL = 2;

/** People in the order in which they came in: whoever is named first has a card from the beginning. */
function riderOf({ joins }: City, place: number): Rider {
  const join = joins[place % joins.length];
  if (join === undefined) throw new Error('nobody lives in the demo city');
  return join.rider;
}

function contextOf({ root, dataFolder, client, city }: Welcome, place: number): GuideContext {
  const flags = dataFolder === path.join(root, DEFAULT_FOLDER) ? '' : ` --data ${dataFolder}`;
  return {
    url: client.url,
    openid: riderOf(city, place).openid,
    otherOpenid: riderOf(city, place + 1).openid,
    flags,
  };
}

/** An account that does not answer is no reason to go without the rest: then there is no curl to paste. */
async function signedCurlIfAny(given: Welcome): Promise<string> {
  try {
    return await signedCurl(given);
  } catch (error) {
    if (error instanceof PhoneError) return '';
    throw error;
  }
}

/** For somebody who is not on the way at that time, as whoever has just been sent on a ride would be. */
async function signedCurl(given: Welcome): Promise<string> {
  const { client, city, network, file } = given;
  if (!file.state.finished) return '';
  const nowMs = await client.clock.nowMs();
  for (let place = FIRST_FOR_CURL; place < city.joins.length; place += 1) {
    const context = contextOf(given, place);
    const ticket = planRide(network, riderOf(city, place), {}, nowMs);
    const [latest] = await readTrips(new Phone(client.url, context.openid), 1);
    if (latest !== undefined && latest.toMs > ticket.entry.atMs) continue;
    return signedCurlText(await signRide(client, ticket), context);
  }
  return '';
}
