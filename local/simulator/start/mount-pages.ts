import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { readPartnerAccess } from '../../demo/folder/partner-access';
import { ModeDesk } from '../../demo/modes/mode-desk';
import type { PartnerAccess } from '../../demo/operator/sign-request';
import { operatorRoute } from '../../demo/route/operator-route';
import type { MountPages } from '../../demo/start/pages';
import { readStationPlaces } from '../../demo/stations/station-places';
import { stationsRoute } from '../../demo/stations/stations-route';
import { TamperFile } from '../../demo/tamper/tamper-file';
import { tamperRoute } from '../../demo/tamper/tamper-route';
import { TeamFile } from '../../demo/team/team-file';
import { teamRoute } from '../../demo/team/team-route';
import { createSimulator } from '../server/simulator-handler';
import { shellHandler } from '../shell/server/shell-handler';
import { demoSettings } from './demo-settings';

const manifest = z.object({
  functions: z.array(z.object({ timer: z.object({ cron: z.string() }).optional() })),
});

/**
 * Puts phone, side panel, the operator's desk and the forger's on the endpoint's port.
 * @returns ends what watches the mini-program's folder
 */
export const mountPages: MountPages = ({ root, dataFolder, cloud, city, network, file }) => {
  const simulator = createSimulator({ appFolder: path.join(root, 'miniprogram'), cloudUrl: '' });
  const timers = readTimers(path.join(root, 'dist/cloudfunctions/manifest.json'));
  const access = readPartnerAccess(dataFolder);
  const modeDesk = new ModeDesk({
    url: cloud.url,
    stations: readStationPlaces(root),
    file: TeamFile.open(dataFolder),
  });
  cloud.mount(
    '/',
    shellHandler({ settings: demoSettings(TeamFile.exists(dataFolder), worldOf(access)), timers }),
  );
  cloud.mount('/app', simulator.handle);
  cloud.mount('/operator', operatorRoute({ url: cloud.url, access, city, network, file, desk: modeDesk }));
  cloud.mount('/stations', stationsRoute({ root, dataFolder, nowMs: () => cloud.nowMs() }));
  cloud.mount('/team', teamRoute({ file: TeamFile.open(dataFolder), nowMs: () => cloud.nowMs() }));
  cloud.mount('/tamper', tamperRoute({ url: cloud.url, file: TamperFile.open(dataFolder) }));
  // The first visit should not have to wait; what is wrong with the program is shown to whoever opens it.
  simulator.warm().catch(() => undefined);
  return () => simulator.close();
};

/** The partner's secret is drawn with each new city; nothing can be told from its digest. */
const worldOf = ({ secret }: PartnerAccess): string =>
  createHash('sha256').update(secret).digest('hex').slice(0, 16);

function readTimers(file: string): string[] {
  const { functions } = manifest.parse(JSON.parse(readFileSync(file, 'utf8')));
  return functions.flatMap(({ timer }) => (timer === undefined ? [] : [timer.cron]));
}
