import { readFile } from 'node:fs/promises';
import { answerBytes, answerJsonText, answerText } from '../../cloud/http/answer';
import type { Exchange, Handler } from '../../cloud/http/exchange';
import { HttpError } from '../../cloud/http/http-error';
import { AppFiles } from '../build/app-files';
import { findAppFolder } from '../build/app-folder';
import { bundleRuntime } from '../build/bundle-runtime';
import { builtIns } from '../components';
import { AppBuilder } from './app-builder';
import { ChangeEvents } from './change-events';
import { framePage } from './frame-page';
import { mediaTypeOf } from './media-type';
import { watchFolder } from './watch-folder';

export interface SimulatorOptions {
  /** Folder with app.json, or with the project.config.json that names it. */
  appFolder: string;
  /** Same-origin prefix of the endpoint that `wx.cloud` calls; empty for the same port, null for none. */
  cloudUrl: string | null;
}

/** The app frame over HTTP, to be mounted at `/app` by whoever has a port. */
export interface Simulator {
  handle: Handler;
  /** Builds app and runtime ahead of the first request. */
  warm(): Promise<void>;
  close(): void;
}

const base = '/app';
const javascript = 'text/javascript; charset=utf-8';

/** @throws NoAppError when there is no mini-program in the folder */
export function createSimulator({ appFolder, cloudUrl }: SimulatorOptions): Simulator {
  const app = findAppFolder(appFolder);
  const files = new AppFiles(app);
  const builder = new AppBuilder(app);
  const events = new ChangeEvents();
  let runtime: Promise<string> | undefined;
  const runtimeCode = () => {
    runtime ??= bundleRuntime(builtIns);
    return runtime;
  };
  const stopWatching = watchFolder(app.root, () => {
    builder.forget();
    events.tell();
  });
  const routes: Record<string, (exchange: Exchange) => unknown> = {
    '': ({ response }) =>
      answerText(response, 200, 'text/html; charset=utf-8', framePage({ appId: app.appId, cloudUrl, base })),
    '/runtime.js': async ({ response }) => answerText(response, 200, javascript, await runtimeCode()),
    '/bundle.json': async ({ response }) =>
      answerJsonText(response, 200, JSON.stringify(await builder.bundle())),
    '/events': ({ response }) => events.add(response),
  };
  return {
    async handle(exchange) {
      const path = exchange.pathname.slice(base.length).replace(/\/$/, '');
      const route = routes[path];
      if (exchange.request.method !== 'GET') throw new HttpError(405, 'GET only');
      exchange.response.setHeader('cache-control', 'no-store');
      if (route !== undefined) await route(exchange);
      else await answerFile(files, exchange, path);
    },
    async warm() {
      await Promise.all([runtimeCode(), builder.bundle()]);
    },
    close() {
      stopWatching();
      events.close();
    },
  };
}

/** Sources are not for the browser: what it needs of them is in the bundle. */
const served = /\.(png|jpe?g|gif|webp|svg|ico|mp3|m4a|wav|mp4|ttf|woff2?|json|txt)$/i;

async function answerFile(files: AppFiles, { response }: Exchange, path: string): Promise<void> {
  const name = /^\/files\/(.+)$/.exec(path)?.[1];
  const file = name !== undefined && served.test(name) ? files.locate(decode(name)) : undefined;
  if (file === undefined) throw new HttpError(404, 'no such file');
  answerBytes(response, 200, mediaTypeOf(file), await readFile(file));
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    throw new HttpError(400, 'the path is not well encoded');
  }
}
