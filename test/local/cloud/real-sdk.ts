import sdk from 'wx-server-sdk';
import type { Cloud } from '../../../local/cloud';

type Sdk = typeof sdk;
type Fields = Record<string, unknown>;

export interface Query {
  get(): Promise<{ data: Fields[] }>;
  count(): Promise<{ total: number }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
  where(condition: object): Query;
  orderBy(field: string, direction: 'asc' | 'desc'): Query;
  limit(documents: number): Query;
  skip(documents: number): Query;
  field(projection: object): Query;
}

export interface Document {
  get<Data = Fields>(): Promise<{ data: Data }>;
  set(options: { data: object }): Promise<{ stats: { created: number; updated: number } }>;
  update(options: { data: object }): Promise<{ stats: { updated: number } }>;
  remove(): Promise<{ stats: { removed: number } }>;
}

export interface Collection extends Query {
  add(options: { data: object }): Promise<{ _id: string }>;
  doc(id: string | number): Document;
  aggregate(): Pipeline;
}

export type Pipeline = ReturnType<ReturnType<ReturnType<Sdk['database']>['collection']>['aggregate']>;

export interface Transaction {
  collection(name: string): Collection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

/** The SDK's own types mix in its old callback style and leave out transactions. */
export interface Database {
  collection(name: string): Collection;
  createCollection(name: string): Promise<unknown>;
  startTransaction(): Promise<Transaction>;
  runTransaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  serverDate(options?: { offset: number }): unknown;
  RegExp: ReturnType<Sdk['database']>['RegExp'];
  Geo: ReturnType<Sdk['database']>['Geo'];
  command: ReturnType<Sdk['database']>['command'];
}

/** The real SDK, pointed at an endpoint exactly as a function's process is; it reads the address anew on each request. */
export function realSdk(cloud: Cloud): Sdk {
  pointSdkAt(`${cloud.url}/admin`, cloud.environmentId);
  sdk.init({ env: cloud.environmentId });
  return sdk;
}

export function realDatabase(cloud: Cloud, options: { throwOnNotFound?: boolean } = {}): Database {
  return realSdk(cloud).database(options as object) as unknown as Database;
}

export function pointSdkAt(address: string, environmentId: string): void {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: address }),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: environmentId,
    TCB_ENV: environmentId,
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
  });
}

export interface SdkFailure {
  code: string | undefined;
  errCode: number | undefined;
  message: string;
}

/** What product code sees of a failing call. */
export async function failureOf(work: Promise<unknown>): Promise<SdkFailure> {
  const error = await work.then(
    () => {
      throw new Error('the call did not fail');
    },
    (caught: { code?: string; errCode?: number; errMsg?: string; message?: string }) => caught,
  );
  return { code: error.code, errCode: error.errCode, message: error.errMsg ?? error.message ?? '' };
}
