import path from 'node:path';
import type { Clock } from './clock/clock';
import type { CloudOptions } from './cloud';
import { Deployer } from './deployer';
import { functionProgram } from './function-program';
import { CallLog } from './log/call-log';
import { RotatingFile } from './log/rotating-file';
import { OpenData } from './open-data/open-data';
import { OpenApiRegistry } from './protocol/open-api/registry';
import type { Deployment } from './runner/function-environment';
import { Runner } from './runner/runner';
import { Storage } from './storage/storage';
import type { Store } from './store/store';
import { TimerService } from './timers/timer-service';
import { mediaCheck } from './wechat/media-check';
import { Subscriptions } from './wechat/subscriptions';
import type { WechatMood } from './wechat/wechat-route';

const logBytes = 8 * 1024 * 1024;

/** Everything an endpoint consists of, before it listens. */
export interface CloudParts {
  deployment: Deployment;
  store: Store;
  clock: Clock;
  log: CallLog;
  storage: Storage;
  openApis: OpenApiRegistry;
  openData: OpenData;
  runner: Runner;
  timers: TimerService;
  deployer: Deployer;
  /** What the WeChat that is played here does. */
  wechat: WechatMood;
  subscriptions: Subscriptions;
}

/** @param folder the data folder, which the store has locked */
export function assembleCloud(options: CloudOptions, folder: string, store: Store, clock: Clock): CloudParts {
  const { environmentId = 'tandiandian-local', appId = 'wx0000000000000000', functionsFolder } = options;
  // The address is filled in when the port is known; nothing runs before that.
  const deployment = { environmentId, appId, url: '' };
  const nowMs = () => clock.nowMs();
  const log = new CallLog(new RotatingFile(path.join(folder, 'calls.log'), logBytes));
  const storage = new Storage(folder, environmentId, () => deployment.url, nowMs);
  const runner: Runner = new Runner({
    clock,
    log,
    deployment,
    program: functionsFolder === undefined ? '' : (options.functionProgram ?? functionProgram()),
    mostProcesses: options.mostProcesses ?? 8,
    environment: () => deployer.environment,
  });
  const timers = new TimerService(clock, runner);
  const deployer = new Deployer({ folder, functionsFolder, store, runner, timers });
  const wechat: WechatMood = { mediaAnswer: 'pass' };
  const openApis = new OpenApiRegistry();
  openApis.register(
    'security.mediaCheckAsync',
    mediaCheck({
      nowMs,
      settings: () => ({
        appId: deployer.environment.MINIPROGRAM_APP_ID ?? appId,
        token: deployer.environment.PUSH_TOKEN ?? '',
        aesKey: deployer.environment.PUSH_AES_KEY ?? '',
      }),
      address: () => `${deployment.url}/official-account/mini-program`,
      answer: () => wechat.mediaAnswer,
    }),
  );
  const subscriptions = new Subscriptions({ folder, nowMs, templates: () => deployer.messageTemplates });
  openApis.register('subscribeMessage.send', subscriptions.send);
  return {
    deployment,
    store,
    clock,
    log,
    storage,
    openApis,
    openData: new OpenData(nowMs),
    runner,
    timers,
    deployer,
    wechat,
    subscriptions,
  };
}
