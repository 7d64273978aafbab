import type { PageStack } from '../app/page-stack';
import type { KernelComponent } from '../kernel/glass-easel';
import { nodeOf } from '../kernel/node-access';
import { NodeIntersectionObserver, type ObserverOptions } from './intersection-observer';
import { NodeMediaQueryObserver } from './media-query-observer';
import { SelectorQuery } from './selector-query';

/** Calls of `wx` that look into pages. */
export function ownCalls(stack: PageStack): Record<string, unknown> {
  return {
    createSelectorQuery: () =>
      new SelectorQuery(stack.top?.component ?? null, () => stack.top?.element ?? null),
    createIntersectionObserver: (component: unknown, options: ObserverOptions = {}) =>
      new NodeIntersectionObserver(nodeOf(component) as KernelComponent, options),
    createMediaQueryObserver: () => new NodeMediaQueryObserver(),
  };
}
