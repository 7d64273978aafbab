import type { OpenData } from '../open-data/open-data';
import type { Runner } from '../runner/runner';
import type { Storage } from '../storage/storage';
import type { Store } from '../store/store';
import type { AdminActions } from './admin-action';
import { databaseActions } from './database/database-actions';
import type { ScanAttribution } from './database/scan-attribution';
import { invokeFunction } from './functions/invoke-function';
import { callOpenApi, callOpenApiWithJson } from './open-api/call-open-api';
import type { OpenApiRegistry } from './open-api/registry';
import { storageActions } from './storage/storage-actions';

export interface AdminServices {
  store: Store;
  attribution: ScanAttribution;
  runner: Runner;
  openApis: OpenApiRegistry;
  openData: OpenData;
  storage: Storage;
}

export function adminActions({
  store,
  attribution,
  runner,
  openApis,
  openData,
  storage,
}: AdminServices): AdminActions {
  return new Map([
    ...databaseActions(store, attribution),
    ...storageActions(storage),
    ['functions.invokeFunction', invokeFunction(runner)],
    ['wx.openApi', callOpenApi(openApis, openData)],
    ['wx.api', callOpenApiWithJson(openApis)],
  ]);
}
