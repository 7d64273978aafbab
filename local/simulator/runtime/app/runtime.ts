import type { AppBundle } from '../../build/app-bundle';
import type { BuiltInDefinition } from '../../components/built-in';
import type { SimulatorShell } from '../../shell/shell-contract';
import { createWx, type SimulatedWx } from '../../wx';
import { createKernel, type Kernel } from '../kernel/app-space';
import type { GeneratedTemplate } from '../kernel/template-hooks';
import { UnitRegistry } from '../kernel/unit-registry';
import { wxsGlobals } from '../kernel/wxs-globals';
import { NavigationBars } from '../page/navigation-bars';
import { StyleSheets } from '../page/style-sheets';
import { Problems } from '../problems/problems';
import { ownCalls } from '../query/own-calls';
import { dateFollowing } from './app-date';
import { AppInstance } from './app-instance';
import { type FrameOptions, fileAddress } from './frame-options';
import { LaunchOptions } from './launch-options';
import { PageStack } from './page-stack';
import { Router } from './router';
import { TabBar } from './tab-bar';

export type Templates = Record<string, GeneratedTemplate>;

/** What a frame starts with. */
export interface StartParts {
  bundle: AppBundle;
  shell: SimulatorShell;
  frame: FrameOptions;
  builtIns: BuiltInDefinition[];
  builtInTemplates: Templates;
}

/** The objects of one running app. */
export interface Runtime extends SimulatedWx {
  kernel: Kernel;
  problems: Problems;
  styles: StyleSheets;
  registry: UnitRegistry;
  app: AppInstance;
  bars: NavigationBars;
  tabBar: TabBar;
  stack: PageStack;
  router: Router;
  launch: LaunchOptions;
}

/** Makes them and tells each of those that it needs; nothing runs yet. */
export function makeRuntime(parts: StartParts): Runtime {
  const { bundle, shell, frame } = parts;
  const kernel = createKernel();
  const problems = new Problems();
  const styles = new StyleSheets(['built-ins', 'app', 'components', 'pages']);
  const templates = evaluateTemplates(bundle.templates, () => shell.nowMs());
  const registry = new UnitRegistry({
    ...{ kernel, templates, styles, problems },
    units: bundle.units,
    buildProblems: bundle.problems,
  });
  const bars = new NavigationBars(bundle, shell);
  const tabBar = new TabBar(bundle, shell, source => fileAddress(frame.base, source, ''));
  const stack = new PageStack({ bundle, kernel, registry, bars, tabBar, shell, container: document.body });
  const router = new Router(stack, bars, bundle.pages);
  const launch = new LaunchOptions(bundle);
  const simulated = makeWx(parts, stack, router, launch);
  const app = new AppInstance(problems);
  return { ...simulated, kernel, problems, styles, registry, app, bars, tabBar, stack, router, launch };
}

/** Generated code runs outside of the app's sandbox: WXS has no globals of its own. */
function evaluateTemplates(code: string, nowMs: () => number): Templates {
  return new Function('__wxs', `return ${code}`)(wxsGlobals(dateFollowing(nowMs))) as Templates;
}

function makeWx(
  { bundle, shell, frame }: StartParts,
  stack: PageStack,
  router: Router,
  launch: LaunchOptions,
): SimulatedWx {
  return createWx({
    shell,
    router,
    appId: frame.appId,
    cloudUrl: frame.cloudUrl,
    launchOptions: () => launch.options,
    enterOptions: () => launch.options,
    addressOf: source => fileAddress(frame.base, source, router.currentPage().path),
    requiredPrivateInfos: bundle.config.requiredPrivateInfos ?? [],
    own: ownCalls(stack),
    window,
  });
}
