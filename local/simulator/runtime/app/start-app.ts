import { createEvaluator } from '../code/evaluator';
import { ModuleLoader } from '../code/module-loader';
import { listenToDocument } from '../events/document-events';
import { Gestures } from '../events/gestures';
import { defineMissingComponent } from '../kernel/missing-component';
import { registerBuiltIns } from '../kernel/register-built-ins';
import { defineWxsConstructor } from '../kernel/wxs-globals';
import { frameStyle } from '../page/frame-style';
import { listenToErrors } from '../problems/listen-to-errors';
import { showProblem } from '../problems/problem-screen';
import { addComponentMethods } from '../query/component-methods';
import { dateFollowing } from './app-date';
import { appFrame } from './app-frame';
import { followDevices } from './follow-devices';
import { fileAddress } from './frame-options';
import { makeRuntime, type Runtime, type StartParts } from './runtime';

/** Runs the app in this frame: components, app.js, onLaunch, the first page. */
export function startApp(parts: StartParts): void {
  const runtime = makeRuntime(parts);
  observeProblems(parts, runtime);
  defineComponents(parts, runtime);
  const loader = makeLoader(parts, runtime);
  runtime.registry.useLoader(loader);
  followDevices(parts, runtime);
  new Gestures().listen();
  listenToDocument();
  attachToShell(parts, runtime);
  runAppScript(parts, runtime, loader);
  openFirstPage(parts, runtime);
}

function observeProblems({ bundle, shell }: StartParts, { problems, app, events }: Runtime): void {
  problems.observe(problem => {
    shell.report(problem);
    if (problem.kind !== 'component') showProblem(problem);
  });
  listenToErrors(problems, {
    error(text) {
      app.call('onError', text);
      events.error(text);
    },
    unhandledRejection(event) {
      app.call('onUnhandledRejection', event);
      events.unhandledRejection(event);
    },
  });
  for (const { file, message, isWarning } of bundle.problems) {
    const print = isWarning ? console.warn : console.error;
    print(`[simulator] ${file}：${message}`);
  }
}

function defineComponents(parts: StartParts, runtime: Runtime): void {
  const { kernel, styles, stack, problems, wx } = runtime;
  defineWxsConstructor();
  addComponentMethods(kernel, () => kernel.builtInSpace.define(), stack);
  defineMissingComponent(kernel, parts.bundle.units, problems);
  registerBuiltIns(kernel, parts.builtIns, parts.builtInTemplates, {
    wx: wx as never,
    addressOf: (source, file) => fileAddress(parts.frame.base, source, file),
  });
  document.documentElement.setAttribute('wx-style', parts.bundle.config.style ?? 'v1');
  styles.add('built-ins', frameStyle + parts.builtIns.map(one => one.style ?? '').join('\n'), '');
  styles.add('app', parts.bundle.appStyle, '');
}

function makeLoader({ bundle, shell }: StartParts, { registry, app, stack, wx }: Runtime): ModuleLoader {
  return new ModuleLoader(bundle.modules, createEvaluator(), {
    wx,
    App: app.define,
    Page: registry.page,
    Component: registry.component,
    Behavior: registry.behavior,
    getApp: () => app.value,
    getCurrentPages: () => stack.pages.map(page => page.caller),
    Date: dateFollowing(() => shell.nowMs()),
    global: {},
  });
}

function attachToShell({ bundle, shell, frame }: StartParts, runtime: Runtime): void {
  const { stack, router, app, events, launch } = runtime;
  const tabs = bundle.config.tabBar?.list.map(tab => tab.pagePath) ?? [];
  shell.attach(
    appFrame({
      ...{ stack, router, app, events, tabs, firstPage: bundle.pages[0] ?? '' },
      enterOptions: () => launch.options,
      addressOf: source => fileAddress(frame.base, source, router.currentPage().path),
    }),
  );
}

function runAppScript(
  { bundle }: StartParts,
  { problems, app, events, launch }: Runtime,
  loader: ModuleLoader,
) {
  const script = ['app.js', 'app.ts'].find(id => bundle.modules[id] !== undefined);
  try {
    if (script !== undefined) loader.load(script);
  } catch (error) {
    problems.caught(script ?? 'app.js', error);
  }
  app.call('onLaunch', launch.options);
  app.call('onShow', launch.options);
  events.appShow(launch.options);
}

/** A page that does not exist is told to the app; the first page stands in for it, so that nothing stays blank. */
function openFirstPage({ shell }: StartParts, { stack, launch, app, events, problems }: Runtime): void {
  if (launch.missing !== undefined) {
    const missing = { ...launch.missing, isEntryPage: true };
    app.call('onPageNotFound', missing);
    events.pageNotFound(missing);
    problems.report('script', launch.missing.path, `页面不存在：${launch.missing.path}`);
  }
  if (stack.top === undefined) stack.restart(launch.address);
  setTimeout(() => shell.ready(), 0);
}
