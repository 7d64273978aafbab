import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { assembleCloud, type CloudParts } from './assemble-cloud';
import { Clock } from './clock/clock';
import type { Cloud, CloudOptions } from './cloud';
import type { Dispatcher } from './http/dispatcher';
import { listen, type RunningServer } from './http/server';
import { ownRoutes } from './own-routes';
import { openStore } from './store';
import type { Store } from './store/store';

/** Open requests may end within this time when the endpoint stops; then they are cut off. */
const graceMs = 2000;

/**
 * Starts a CloudBase-compatible endpoint on one loopback port.
 * @throws when the port is taken, the data folder is locked or the manifest is wrong; nothing is left running then
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const folder = path.resolve(options.dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let clock: Clock | undefined;
  // The store comes first because it locks the folder against a second endpoint.
  const store = openStore({ folder, nowMs: () => clock?.nowMs() ?? Date.now() });
  try {
    clock = new Clock(folder, options.startAtMs);
    return await serve(assembleCloud(options, folder, store, clock), options.port);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function serve(parts: CloudParts, port: number): Promise<Cloud> {
  let dispatcher!: Dispatcher;
  const server = await listen(port, bound => {
    parts.deployment.url = `http://127.0.0.1:${bound}`;
    dispatcher = ownRoutes(parts, bound);
    return dispatcher;
  });
  try {
    await parts.deployer.deploy(dispatcher);
  } catch (error) {
    await stopServing(parts, server);
    throw error;
  }
  return runningCloud(parts, server, dispatcher);
}

function runningCloud(parts: CloudParts, server: RunningServer, dispatcher: Dispatcher): Cloud {
  let stopped: Promise<void> | null = null;
  return {
    url: parts.deployment.url,
    port: server.port,
    environmentId: parts.deployment.environmentId,
    nowMs: () => parts.clock.nowMs(),
    openTransactionCount: () => parts.store.openTransactionCount(),
    reload: () => parts.deployer.deploy(dispatcher),
    mount: (prefix, handler) => dispatcher.mount(prefix, handler),
    registerOpenApi: (name, handler) => parts.openApis.register(name, handler),
    stop: () => {
      stopped ??= stopAll(parts, server, parts.store);
      return stopped;
    },
  };
}

async function stopAll(parts: CloudParts, server: RunningServer, store: Store): Promise<void> {
  await stopServing(parts, server);
  await store.close();
}

async function stopServing({ timers, runner, log }: CloudParts, server: RunningServer): Promise<void> {
  timers.stop();
  await server.close(graceMs);
  await runner.close();
  await log.file.flush();
}
