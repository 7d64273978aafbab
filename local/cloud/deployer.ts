import type { Manifest } from '../build/product/manifest-shape';
import { httpRoute } from './access/http-route';
import { openEnvironment } from './environment/environment-file';
import type { Dispatcher } from './http/dispatcher';
import { applyManifest } from './manifest/apply-manifest';
import { emptyManifest, loadManifest, ManifestError } from './manifest/load-manifest';
import { functionUnit } from './runner/function-unit';
import type { Runner } from './runner/runner';
import type { Store } from './store/store';
import type { TimerService } from './timers/timer-service';
import type { KnownTemplate } from './wechat/subscriptions';

export interface DeployerParts {
  /** The data folder, where environment.json lies. */
  folder: string;
  functionsFolder: string | undefined;
  store: Store;
  runner: Runner;
  timers: TimerService;
}

/** Brings what a manifest says into force: at start, and again when it was built anew. */
export class Deployer {
  /** Values of the environment variables of functions. */
  environment: Record<string, string> = {};
  /** The templates of subscribe messages, under the ids that they have in this environment. */
  messageTemplates: KnownTemplate[] = [];
  #unmount: (() => void)[] = [];

  constructor(readonly parts: DeployerParts) {}

  /** @throws ManifestError before anything is changed, or what the store says to a collection or index */
  async deploy(dispatcher: Dispatcher): Promise<void> {
    const { folder, functionsFolder, store, runner, timers } = this.parts;
    const manifest = functionsFolder === undefined ? emptyManifest : loadManifest(functionsFolder);
    checkRoutes(manifest, dispatcher);
    this.environment = openEnvironment(folder, manifest.environment);
    this.messageTemplates = templatesOf(manifest, this.environment);
    await applyManifest(store, manifest);
    const units = manifest.functions.map(declaration => functionUnit(functionsFolder ?? '', declaration));
    runner.deploy(units);
    timers.deploy(units);
    for (const unmount of this.#unmount.splice(0)) unmount();
    for (const { declaration } of units) {
      if (declaration.http === undefined) continue;
      this.#unmount.push(dispatcher.mount(declaration.http.path, httpRoute(runner, declaration.name)));
    }
  }
}

const templatesOf = (
  { messageTemplates = [] }: Manifest,
  environment: Record<string, string>,
): KnownTemplate[] =>
  messageTemplates.map(({ environment: name, title, fields }) => ({
    templateId: environment[name] ?? '',
    title,
    fields,
  }));

function checkRoutes(manifest: Manifest, dispatcher: Dispatcher): void {
  for (const { name, http } of manifest.functions) {
    if (http === undefined || !dispatcher.isOwn(http.path)) continue;
    throw new ManifestError(`function ${name}: ${http.path} is a route of the endpoint itself`);
  }
}
