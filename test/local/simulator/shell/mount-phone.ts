import { buildCity } from '../../../../local/demo/city/build-city';
import { readMetroNetwork } from '../../../../local/demo/city/read-metro-network';
import { DemoFile } from '../../../../local/demo/folder/demo-file';
import { readPartnerAccess } from '../../../../local/demo/folder/partner-access';
import { ModeDesk } from '../../../../local/demo/modes/mode-desk';
import { operatorRoute } from '../../../../local/demo/route/operator-route';
import { readStationPlaces } from '../../../../local/demo/stations/station-places';
import { TamperFile } from '../../../../local/demo/tamper/tamper-file';
import { tamperRoute } from '../../../../local/demo/tamper/tamper-route';
import { TeamFile } from '../../../../local/demo/team/team-file';
import { teamRoute } from '../../../../local/demo/team/team-route';
import { createSimulator } from '../../../../local/simulator/server/simulator-handler';
import { shellHandler } from '../../../../local/simulator/shell/server/shell-handler';
import { demoSettings } from '../../../../local/simulator/start/demo-settings';
import type { Product } from '../../../support/product';

/** Phone, panel and operator around a program on the product's port, with a demo whose month is complete. */
export function mountPhone({ cloud, dataFolder }: Product, appFolder: string): () => void {
  const network = readMetroNetwork(process.cwd());
  const city = buildCity({ network, startDay: '2026-10-10' });
  const file = DemoFile.create(dataFolder, '2026-10-10');
  file.change({ finished: true });
  const simulator = createSimulator({ appFolder, cloudUrl: '' });
  cloud.mount('/', shellHandler({ settings: demoSettings(true, 'the world'), timers: ['0 */5 * * * * *'] }));
  cloud.mount('/app', simulator.handle);
  const access = readPartnerAccess(dataFolder);
  const stations = readStationPlaces(process.cwd());
  const desk = new ModeDesk({ url: cloud.url, stations, file: TeamFile.open(dataFolder) });
  cloud.mount('/operator', operatorRoute({ url: cloud.url, access, city, network, file, desk }));
  cloud.mount('/team', teamRoute({ file: TeamFile.open(dataFolder), nowMs: () => cloud.nowMs() }));
  cloud.mount('/tamper', tamperRoute({ url: cloud.url, file: TamperFile.open(dataFolder) }));
  return () => simulator.close();
}
