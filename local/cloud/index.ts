export type { Cloud, CloudOptions } from './cloud';
export type { Exchange, Handler } from './http/exchange';
export type { CallRecord } from './log/call-record';
export type {
  OpenApiAnswer,
  OpenApiHandler,
  OpenApiMedia,
  OpenApiRequest,
} from './protocol/open-api/registry';
export { startCloud } from './start-cloud';
