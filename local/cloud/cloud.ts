import type { Handler } from './http/exchange';
import type { OpenApiHandler } from './protocol/open-api/registry';

export interface CloudOptions {
  /** 0 takes any free port. */
  port: number;
  /** Folder of everything that is kept; created when missing, locked against a second endpoint. */
  dataFolder: string;
  /** Folder with manifest.json and the built functions; without one the endpoint has no functions. */
  functionsFolder?: string;
  /** Where the clock of a new data folder begins; one that exists goes on with its own. */
  startAtMs?: number;
  environmentId?: string;
  appId?: string;
  /** Bound of the function processes that run at the same time. */
  mostProcesses?: number;
  /** The bundled function-process.js; found beside the bundle or in dist/local when not given. */
  functionProgram?: string;
}

/** A running endpoint. */
export interface Cloud {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  readonly port: number;
  readonly environmentId: string;
  /** The endpoint's clock. */
  nowMs(): number;
  openTransactionCount(): number;
  /** Reads the manifest again: new functions, timers, routes, collections, indexes and seeds take effect. */
  reload(): Promise<void>;
  /** Serves further paths on the same port; a prefix matches whole segments and the longest one wins. */
  mount(prefix: string, handler: Handler): () => void;
  registerOpenApi(name: string, handler: OpenApiHandler): void;
  /** Ends open requests and function processes and closes the store; everything acknowledged is on disk before that. */
  stop(): Promise<void>;
}
