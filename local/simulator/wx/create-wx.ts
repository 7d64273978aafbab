import { type AppEvents, appEvents } from './app/app-events';
import { canIUse } from './app/can-i-use';
import { reportingCalls } from './app/reporting-calls';
import { cloudCalls } from './cloud/cloud-calls';
import { deviceCalls } from './device/device-calls';
import { locationCalls } from './device/location-calls';
import { stepsCalls } from './device/steps-call';
import { drawingCalls } from './drawing/drawing-calls';
import { fileCalls } from './files/file-calls';
import { barCalls } from './interface/bar-calls';
import { feedbackCalls } from './interface/feedback-calls';
import { pageCalls } from './interface/page-calls';
import { mediaCalls } from './media/media-calls';
import { withMissingCalls } from './missing/with-missing-calls';
import { networkCalls } from './network/network-calls';
import { loginCalls } from './open/login-calls';
import { OPEN_TYPE_CALL, openTypeCall } from './open/open-type';
import { shareCalls } from './open/share-calls';
import { permissionCalls } from './permission/permission-calls';
import { Privacy } from './permission/privacy';
import { Scopes } from './permission/scopes';
import { PersonStorage } from './storage/person-storage';
import { storageCalls } from './storage/storage-calls';
import { accountCalls } from './system/account-calls';
import { observedChanges } from './system/observed-changes';
import { systemInfoCalls } from './system/system-info';
import type { WxHost } from './wx-host';

/** The `wx` of one app frame, and the runtime's end of its events. */
export interface SimulatedWx {
  wx: Record<string, unknown>;
  events: AppEvents;
}

/** Everything of `wx` for one person; made anew with each frame. */
export function createWx(host: WxHost): SimulatedWx {
  const { calls: eventCalls, events } = appEvents();
  const calls = {
    ...eventCalls,
    ...callsWithoutPermission(host),
    ...callsWithPermission(host),
    ...host.own,
  };
  Object.assign(calls, { canIUse: canIUse(calls) });
  return { wx: withMissingCalls(host, calls), events };
}

function callsWithoutPermission(host: WxHost): Record<string, unknown> {
  const storage = new PersonStorage(host.window.localStorage, host.shell.openid);
  return {
    ...systemInfoCalls(host),
    ...accountCalls(host),
    ...observedChanges(host),
    ...storageCalls(storage),
    ...networkCalls(host),
    ...feedbackCalls(host),
    ...barCalls(host),
    ...pageCalls(host),
    ...loginCalls(host),
    ...shareCalls(host),
    ...drawingCalls(host),
    ...reportingCalls(host),
    cloud: cloudCalls(host),
  };
}

function callsWithPermission(host: WxHost): Record<string, unknown> {
  const privacy = new Privacy(host);
  const scopes = new Scopes(host);
  return {
    ...permissionCalls(host, privacy, scopes),
    ...deviceCalls(host, privacy),
    ...locationCalls(host, privacy, scopes),
    ...stepsCalls(host, privacy, scopes),
    ...mediaCalls(host, privacy, scopes),
    ...fileCalls(host, privacy),
    [OPEN_TYPE_CALL]: openTypeCall(host, privacy, scopes),
  };
}
