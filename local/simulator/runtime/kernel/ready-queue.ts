import { glassEasel, type KernelComponent, type KernelElement } from './glass-easel';
import { isComponent } from './node-access';

const waiting: KernelComponent[] = [];
let isQueued = false;

/**
 * The kernel leaves `ready` to its user. It comes once after `attached`, when what was attached together is in the page,
 * children first.
 */
export function queueReady(component: KernelComponent): void {
  waiting.push(component);
  if (isQueued) return;
  isQueued = true;
  setTimeout(flushReady, 0);
}

export function flushReady(): void {
  isQueued = false;
  const ready = waiting.splice(0).map(component => ({ component, depth: depthOf(component) }));
  ready.sort((one, other) => other.depth - one.depth);
  // What has gone meanwhile, with its page or by a change of data, is not ready for anything.
  for (const { component } of ready)
    if (glassEasel.Element.isAttached(component)) component.triggerLifetime('ready', []);
}

function depthOf(component: KernelComponent): number {
  let depth = 0;
  for (let node: KernelElement | null = component; node !== null; node = outside(node)) depth += 1;
  return depth;
}

function outside(node: KernelElement): KernelElement | null {
  if (node.parentNode !== null) return node.parentNode;
  const { getHostNode } = node as KernelElement & { getHostNode?: () => KernelComponent };
  const host = getHostNode?.call(node);
  return host !== undefined && isComponent(host) ? host : null;
}
