import path from 'node:path';
import { Dispatcher } from '../../cloud/http/dispatcher';
import { RequestGuard } from '../../cloud/http/guard';
import { listen } from '../../cloud/http/server';
import { shellHandler } from '../shell/server/shell-handler';
import { standaloneSettings } from '../shell/standalone-settings';
import { proxiedPaths, proxyToCloud } from './proxy-to-cloud';
import { createSimulator } from './simulator-handler';

export interface StandaloneOptions {
  appFolder: string;
  /** 0 takes any free port. */
  port: number;
  /** Endpoint for `wx.cloud`; without one its calls fail. */
  cloudUrl?: string;
}

export interface RunningSimulator {
  url: string;
  stop(): Promise<void>;
}

/** Time that open requests get when the simulator stops. */
const graceMs = 200;

/** Serves the simulator alone, on the loopback interface only. */
export async function startSimulator({
  appFolder,
  port,
  cloudUrl,
}: StandaloneOptions): Promise<RunningSimulator> {
  const simulator = createSimulator({ appFolder, cloudUrl: cloudUrl === undefined ? null : '' });
  const settings = standaloneSettings(path.basename(path.resolve(appFolder)), cloudUrl !== undefined);
  const server = await listen(port, bound => {
    const dispatcher = new Dispatcher(new RequestGuard(bound));
    dispatcher.mount('/', shellHandler({ settings, timers: [] }));
    dispatcher.mount('/app', simulator.handle);
    if (cloudUrl !== undefined)
      for (const path of proxiedPaths) dispatcher.mount(path, proxyToCloud(cloudUrl));
    return dispatcher;
  });
  await simulator.warm();
  return {
    url: `http://127.0.0.1:${server.port}`,
    async stop() {
      simulator.close();
      await server.close(graceMs);
    },
  };
}
