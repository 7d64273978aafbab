import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { callRoute } from './access/call-route';
import { Clock } from './clock/clock';
import { clockRoute } from './clock/clock-route';
import type { Cloud, CloudOptions } from './cloud';
import { Deployer } from './deployer';
import { functionProgram } from './function-program';
import { answerJson } from './http/answer';
import { Dispatcher } from './http/dispatcher';
import { RequestGuard } from './http/guard';
import { listen, type RunningServer } from './http/server';
import { indexesRoute } from './indexes-route';
import { CallLog } from './log/call-log';
import { callsRoute } from './log/calls-route';
import { RotatingFile } from './log/rotating-file';
import { adminActions } from './protocol/admin-actions';
import { adminRoute } from './protocol/admin-route';
import { ScanAttribution } from './protocol/database/scan-attribution';
import { OpenApiRegistry } from './protocol/open-api/registry';
import { Runner } from './runner/runner';
import { Storage } from './storage/storage';
import { storageRoute } from './storage/storage-route';
import { openStore } from './store';
import type { Store } from './store/store';
import { TimerService } from './timers/timer-service';

const logBytes = 8 * 1024 * 1024;
const graceMs = 2000;

/**
 * Starts a CloudBase-compatible endpoint on one loopback port.
 * @throws when the port is taken, the data folder is locked or the manifest is wrong; nothing is left running then
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const folder = path.resolve(options.dataFolder);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  let clock: Clock | undefined;
  const store = await openStore({ folder, nowMs: () => clock?.nowMs() ?? Date.now() });
  try {
    clock = new Clock(folder, options.startAtMs);
    return await serve(options, folder, store, clock);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function serve(options: CloudOptions, folder: string, store: Store, clock: Clock): Promise<Cloud> {
  const environmentId = options.environmentId ?? 'tandiandian-local';
  const appId = options.appId ?? 'wx0000000000000000';
  const deployment = { environmentId, appId, url: '' };
  const log = new CallLog(new RotatingFile(path.join(folder, 'calls.log'), logBytes));
  const storage = new Storage(
    folder,
    environmentId,
    () => deployment.url,
    () => clock.nowMs(),
  );
  const openApis = new OpenApiRegistry();
  const runner: Runner = new Runner({
    clock,
    log,
    deployment,
    program: options.functionsFolder === undefined ? '' : (options.functionProgram ?? functionProgram()),
    mostProcesses: options.mostProcesses ?? 8,
    environment: () => deployer.environment,
  });
  const timers = new TimerService(clock, runner);
  const actions = adminActions({ store, attribution: new ScanAttribution(store), runner, openApis, storage });
  let dispatcher!: Dispatcher;
  const deployer = new Deployer({ folder, functionsFolder: options.functionsFolder, store, runner, timers });
  const server = await listen(options.port, port => {
    deployment.url = `http://127.0.0.1:${port}`;
    dispatcher = new Dispatcher(new RequestGuard(port));
    dispatcher.own('health', ({ response }) =>
      answerJson(response, 200, { status: 'ok', environmentId, nowMs: clock.nowMs() }),
    );
    dispatcher.own(
      'admin',
      adminRoute(actions, token => runner.callOf(token)),
    );
    dispatcher.own('call', callRoute(runner, appId));
    dispatcher.own('clock', clockRoute(clock, timers));
    dispatcher.own('indexes', indexesRoute(store));
    dispatcher.own('storage', storageRoute(storage));
    dispatcher.own('calls', callsRoute(log));
    return dispatcher;
  });
  const stop = once(() => stopAll(server, timers, runner, log, store));
  try {
    await deployer.deploy(dispatcher);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: deployment.url,
    port: server.port,
    environmentId,
    nowMs: () => clock.nowMs(),
    openTransactionCount: () => store.openTransactionCount(),
    reload: () => deployer.deploy(dispatcher),
    mount: (prefix, handler) => dispatcher.mount(prefix, handler),
    registerOpenApi: (name, handler) => openApis.register(name, handler),
    stop,
  };
}

async function stopAll(
  server: RunningServer,
  timers: TimerService,
  runner: Runner,
  log: CallLog,
  store: Store,
): Promise<void> {
  timers.stop();
  await server.close(graceMs);
  await runner.close();
  await log.file.flush();
  await store.close();
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}
