import { callRoute } from './access/call-route';
import type { CloudParts } from './assemble-cloud';
import { clockRoute } from './clock/clock-route';
import { answerJson } from './http/answer';
import { Dispatcher } from './http/dispatcher';
import type { Handler } from './http/exchange';
import { RequestGuard } from './http/guard';
import { indexesRoute } from './indexes-route';
import { callsRoute } from './log/calls-route';
import { openDataRoute } from './open-data/open-data-route';
import { adminActions } from './protocol/admin-actions';
import { adminRoute } from './protocol/admin-route';
import { ScanAttribution } from './protocol/database/scan-attribution';
import { storageRoute } from './storage/storage-route';
import { wechatRoute } from './wechat/wechat-route';

/** The routes of the endpoint itself, by the first segment of their paths. */
export function ownRoutes(parts: CloudParts, port: number): Dispatcher {
  const { store, runner, clock, deployment } = parts;
  const actions = adminActions({ ...parts, attribution: new ScanAttribution(store) });
  const health: Handler = ({ response }) =>
    answerJson(response, 200, {
      status: 'ok',
      environmentId: deployment.environmentId,
      nowMs: clock.nowMs(),
      openTransactions: store.openTransactionCount(),
    });
  const dispatcher = new Dispatcher(new RequestGuard(port));
  dispatcher.own('health', health);
  dispatcher.own(
    'admin',
    adminRoute(actions, token => runner.callOf(token)),
  );
  dispatcher.own('call', callRoute(runner, deployment.appId));
  dispatcher.own('clock', clockRoute(clock, parts.timers));
  dispatcher.own('indexes', indexesRoute(store));
  dispatcher.own('open-data', openDataRoute(parts.openData, deployment.appId));
  dispatcher.own('storage', storageRoute(parts.storage));
  dispatcher.own('calls', callsRoute(parts.log));
  dispatcher.own('wechat', wechatRoute(parts.wechat, parts.subscriptions));
  return dispatcher;
}
