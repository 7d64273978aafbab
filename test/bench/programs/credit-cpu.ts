/**
 * `credit-cpu <rounds> <posts>`: prints the microseconds of processor time a post in each round, as JSON. Bundled with a
 * double in the SDK's place, so what is left is our own code. Riders post twice a day over two months and on, so that their
 * accounts have the lots of people who ride: settled ones by vintage and expiry, and those of the last week.
 */
import { credit, userAccount } from '../../../cloudfunctions/domain/ledger';
import { cloudPlatform } from '../../../cloudfunctions/platform/cloud-platform';
import { sampleCredit, sampleFacts, sampleParameters } from './sample-credit';

const RIDERS = 100;
const POSTS_A_DAY = 2;
const DAYS_BEFORE = 60;
const DAY_MS = 86_400_000;
const START_MS = Date.parse('2026-01-01T08:00:00+08:00');

const platform = cloudPlatform();
let posted = 0;

async function postNext(): Promise<void> {
  const day = Math.floor(posted / (RIDERS * POSTS_A_DAY));
  const nowMs = START_MS + day * DAY_MS;
  const origin = `sz-2021:${new Date(nowMs).toISOString().slice(0, 7)}`;
  const facts = sampleFacts(`trip:bawei:${String(posted).padStart(64, '0')}`, nowMs);
  const account = userAccount(`rider-${posted % RIDERS}`);
  posted += 1;
  await credit(platform, account, { ...sampleCredit, origin }, facts, sampleParameters);
}

async function microsEach(posts: number): Promise<number> {
  const before = process.cpuUsage();
  for (let number = 0; number < posts; number += 1) await postNext();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / posts;
}

async function main(rounds: number, posts: number): Promise<void> {
  const isQuick = rounds === 1;
  await microsEach(isQuick ? posts : RIDERS * POSTS_A_DAY * DAYS_BEFORE);
  const micros: number[] = [];
  for (let round = 0; round < rounds; round += 1) micros.push(await microsEach(posts));
  process.stdout.write(JSON.stringify(micros));
}

void main(Number(process.argv[2]), Number(process.argv[3]));
