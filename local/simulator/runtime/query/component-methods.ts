import type { PageStack } from '../app/page-stack';
import type { Kernel } from '../kernel/app-space';
import type { glassEasel, KernelComponent } from '../kernel/glass-easel';
import { callerOf, elementOf, nodeOf } from '../kernel/node-access';
import { queueReady } from '../kernel/ready-queue';
import { NodeIntersectionObserver, type ObserverOptions } from './intersection-observer';
import { NodeMediaQueryObserver } from './media-query-observer';
import { findNodes, SelectorQuery } from './selector-query';

type Caller = Record<string, unknown>;

/** What WeChat adds to `this` of every page and component. */
export function addComponentMethods(
  { space }: Kernel,
  defineBehavior: () => glassEasel.BehaviorBuilder,
  stack: PageStack,
): void {
  const builder = defineBehavior().definition({
    lifetimes: {
      created(this: unknown) {
        extend(this as Caller, stack);
      },
      attached(this: unknown) {
        queueReady(nodeOf(this) as KernelComponent);
      },
    },
  } as never);
  space.setOverallBehavior(builder.registerBehavior() as never);
}

function extend(caller: Caller, stack: PageStack): void {
  const node = nodeOf(caller) as KernelComponent;
  elementOf(node)?.setAttribute('is', node.is);
  const page = () => stack.pages.find(one => one.element.contains(elementOf(node))) ?? stack.top;
  Object.assign(caller, {
    createSelectorQuery: () => new SelectorQuery(node, () => page()?.element ?? null),
    createIntersectionObserver: (options: ObserverOptions = {}) =>
      new NodeIntersectionObserver(node, options),
    createMediaQueryObserver: () => new NodeMediaQueryObserver(),
    getPageId: () => `pageId:${stack.pages.indexOf(page() as never)}`,
    getTabBar: (done?: (bar: unknown) => void) => giveTabBar(page()?.tabBar, done),
    animate: (selector: string, frames: Keyframe[], durationMs: number, done?: () => void) =>
      animate(node, selector, frames, durationMs, done),
    clearAnimation: (selector: string, ...rest: unknown[]) => clearAnimation(node, selector, rest),
    setUpdatePerformanceListener: () => {},
  });
  Object.defineProperty(caller, 'router', { get: () => stack.top?.caller.router, configurable: true });
}

function giveTabBar(bar: KernelComponent | undefined, done: ((bar: unknown) => void) | undefined): unknown {
  const caller = bar === undefined ? null : callerOf(bar);
  done?.(caller);
  return caller;
}

function animate(
  root: KernelComponent,
  selector: string,
  frames: Keyframe[],
  durationMs: number,
  done?: () => void,
): void {
  for (const node of findNodes(root, selector)) {
    const animation = elementOf(node)?.animate(frames.map(plainFrame), {
      duration: durationMs,
      fill: 'forwards',
    });
    animation?.finished.then(
      () => done?.(),
      () => {},
    );
  }
}

/** WeChat's frames name single transforms, e.g. `{rotate: 45, scale: [1, 2], ease: 'ease-in'}`. */
function plainFrame(frame: Record<string, unknown>): Keyframe {
  const { ease, ...rest } = frame;
  const transforms: string[] = [];
  const plain: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(rest)) {
    if (/^(rotate|scale|translate|skew|matrix)/.test(name))
      transforms.push(`${name}(${transformValue(name, value)})`);
    else plain[name] = value;
  }
  if (transforms.length > 0) plain.transform = transforms.join(' ');
  if (ease !== undefined) plain.easing = ease;
  return plain as Keyframe;
}

function transformValue(name: string, value: unknown): string {
  const unit = name.startsWith('translate') ? 'px' : /^(rotate|skew)/.test(name) ? 'deg' : '';
  const values = Array.isArray(value) ? value : [value];
  return values.map(one => (typeof one === 'number' ? `${one}${unit}` : String(one))).join(', ');
}

function clearAnimation(root: KernelComponent, selector: string, rest: unknown[]): void {
  for (const node of findNodes(root, selector))
    for (const animation of elementOf(node)?.getAnimations() ?? []) animation.cancel();
  const done = rest.find(one => typeof one === 'function') as (() => void) | undefined;
  done?.();
}
