import { once } from 'node:events';
import path from 'node:path';
import { type Cloud, startCloud } from '../../cloud';
import { buildCity } from '../city/build-city';
import type { City } from '../city/city';
import { readMetroNetwork } from '../city/read-metro-network';
import { UsageError } from '../command-line/usage-error';
import { readPartnerAccess } from '../folder/partner-access';
import { readStationKey } from '../folder/station-key';
import { rideByModes } from '../modes/ride-by-modes';
import type { Progress } from '../month/run-month';
import { PartnerClient } from '../operator/partner-client';
import { rideByTicket } from '../stations/ride-by-ticket';
import { readStationPlaces } from '../stations/station-places';
import { allowClaim } from '../team/allow-claim';
import { StaffDesk } from '../team/staff-desk';
import { TeamFile } from '../team/team-file';
import { wakingRoutes } from '../waking/waking-routes';
import type { StartArguments } from './arguments';
import { choosePort } from './choose-port';
import { type Filling, fillMonth } from './fill-month';
import { openFolder } from './open-folder';
import type { MountPages } from './pages';
import type { Output } from './progress-line';
import { welcome } from './welcome';

/**
 * Serves the product; answers when `signal` has ended it and everything is closed. Its pages are put on the port, and
 * the address is said, when the month is there: before that the clock jumps.
 */
export async function runDemo(
  root: string,
  given: StartArguments,
  output: Output,
  signal: AbortSignal,
  mountPages: MountPages,
): Promise<void> {
  const { dataFolder } = given;
  const file = openFolder(dataFolder, { fresh: given.fresh, nowMs: Date.now() });
  const network = readMetroNetwork(root);
  const city = buildCity({ network, startDay: file.state.startDay });
  allowClaim(dataFolder);
  const cloud = await serve(root, given, city.startMs);
  let close = (): void => {};
  try {
    file.change({ port: cloud.port });
    const client = new PartnerClient(cloud.url, readPartnerAccess(dataFolder));
    if (!file.state.finished) {
      const desk = deskOf(client, dataFolder);
      await wakeCity(cloud, {
        client,
        city,
        file,
        output,
        signal,
        desk,
        ...ridersOf(client, given, root, city, desk),
      });
    }
    if (signal.aborted) return;
    close = mountPages({ root, dataFolder, cloud, city, network, file });
    await welcome({ root, dataFolder, client, file, network, city, output });
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    close();
    await cloud.stop();
  }
}

/** What riders do besides taking the metro with a card. */
function ridersOf(
  { url, clock }: PartnerClient,
  { dataFolder }: StartArguments,
  root: string,
  city: City,
  desk: StaffDesk | null,
): Pick<Filling, 'tickets' | 'modes'> {
  const places = readStationPlaces(root);
  const world = { url, clock, key: readStationKey(dataFolder), places, days: city.days };
  return {
    tickets: untilMs => rideByTicket(world, untilMs),
    modes: async untilMs => {
      if (desk !== null) await rideByModes({ url, clock, city, stations: places, file: desk.file }, untilMs);
    },
  };
}

function deskOf({ url, clock }: PartnerClient, dataFolder: string): StaffDesk | null {
  return TeamFile.exists(dataFolder) ? new StaffDesk(url, clock, TeamFile.open(dataFolder)) : null;
}

/** Whoever opens the port meanwhile sees how far it is. The pages take the place of these routes afterwards. */
async function wakeCity(cloud: Cloud, filling: Omit<Filling, 'report'>): Promise<void> {
  let latest: Progress | null = null;
  const { page, state } = wakingRoutes(() => latest);
  cloud.mount('/', page);
  cloud.mount('/operator', state);
  const report = (progress: Progress): void => {
    latest = progress;
  };
  await fillMonth({ ...filling, report });
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
