import { buildCity } from '../city/build-city';
import type { City } from '../city/city';
import type { MetroNetwork } from '../city/metro-network';
import { readMetroNetwork } from '../city/read-metro-network';
import type { Rider } from '../city/rider';
import { UsageError } from '../command-line/usage-error';
import { DemoFile } from '../folder/demo-file';
import { readPartnerAccess } from '../folder/partner-access';
import { sendJson } from '../http/send-json';
import { PartnerClient } from '../operator/partner-client';
import type { TryArguments } from './arguments';

/** A running demo as the commands beside it see it: over HTTP, and the files of its data folder. */
export interface Session {
  client: PartnerClient;
  city: City;
  network: MetroNetwork;
  rider: Rider;
  /** Whether the month is still being filled, and the clock jumping on with it. */
  filling: boolean;
}

/** @throws UsageError when there is no demo, it does not run, or there is no such rider */
export async function openSession(root: string, given: TryArguments): Promise<Session> {
  const { dataFolder } = given;
  if (!DemoFile.exists(dataFolder)) {
    throw new UsageError(`${dataFolder} 里没有演示数据；请先运行 npm start，或用 --data 指明目录`);
  }
  const { startDay, port, finished } = DemoFile.open(dataFolder).state;
  const url = `http://127.0.0.1:${given.port ?? port}`;
  await refuseUnlessHealthy(url);
  const network = readMetroNetwork(root);
  const city = buildCity({ network, startDay });
  const client = new PartnerClient(url, readPartnerAccess(dataFolder));
  return { client, city, network, rider: riderOf(city, given.rider), filling: !finished };
}

async function refuseUnlessHealthy(url: string): Promise<void> {
  const { status } = await sendJson(`${url}/health`, { method: 'GET' }).catch(() => ({ status: 0 }));
  if (status !== 200) throw new UsageError(`${url} 没有应答；请先在另一个终端运行 npm start`);
}

function riderOf(city: City, openid: string): Rider {
  const rider = city.riders.find(candidate => candidate.openid === openid);
  if (rider !== undefined) return rider;
  const kinds = [...new Set(city.riders.map(({ kind }) => kind))].map(kind => `demo-${kind}-001`);
  throw new UsageError(`没有 ${openid} 这位演示乘客；例如：${kinds.join('、')}`);
}
