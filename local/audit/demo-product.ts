import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Cloud, startCloud } from '../cloud';
import { addDays, dayOf } from '../demo/beijing-time';
import { buildCity } from '../demo/city/build-city';
import { readMetroNetwork } from '../demo/city/read-metro-network';
import { DemoFile } from '../demo/folder/demo-file';
import { readPartnerAccess } from '../demo/folder/partner-access';
import { EndpointClock } from '../demo/http/endpoint-clock';
import { runMonth } from '../demo/month/run-month';
import { PartnerClient } from '../demo/operator/partner-client';
import { allowClaim } from '../demo/team/allow-claim';
import { playScenes } from '../demo/team/play-scenes';
import { StaffDesk } from '../demo/team/staff-desk';
import { TeamFile } from '../demo/team/team-file';
import { createSimulator } from '../simulator/server/simulator-handler';

/** Enough for a week, two months' sums and several notices. */
const USUAL_DAYS = 12;
const counts = { commuter: 2, shift: 0, student: 0, occasional: 1, family: 0, tourist: 0, newcomer: 0 };

export interface DemoProduct {
  url: string;
  stop(): Promise<void>;
}

/** The product with a team, and a few people's rides of some days, until yesterday, in a folder that is removed when it stops. */
export async function startDemoProduct(root: string, dayCount = USUAL_DAYS): Promise<DemoProduct> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'audit-'));
  const network = readMetroNetwork(root);
  const startDay = addDays(dayOf(Date.now()), -dayCount);
  const city = buildCity({ network, startDay, dayCount, counts });
  allowClaim(dataFolder);
  const functionsFolder = path.join(root, 'dist/cloudfunctions');
  const cloud = await startCloud({ port: 0, dataFolder, functionsFolder, startAtMs: city.startMs });
  const simulator = createSimulator({ appFolder: path.join(root, 'miniprogram'), cloudUrl: '' });
  cloud.mount('/app', simulator.handle);
  const client = new PartnerClient(cloud.url, readPartnerAccess(dataFolder));
  const file = DemoFile.create(dataFolder, startDay);
  const desk = new StaffDesk(cloud.url, new EndpointClock(cloud.url), TeamFile.open(dataFolder));
  const meanwhile = (untilMs: number) => playScenes(desk, startDay, untilMs);
  const { signal } = new AbortController();
  await runMonth({ client, city, file, meanwhile, report: () => {}, signal });
  await simulator.warm();
  return { url: cloud.url, stop: () => stop(cloud, dataFolder, () => simulator.close()) };
}

async function stop(cloud: Cloud, dataFolder: string, close: () => void): Promise<void> {
  close();
  await cloud.stop();
  rmSync(dataFolder, { recursive: true, force: true });
}
