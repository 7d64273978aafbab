import type { KernelElement, ShadowedEvent } from '../kernel/glass-easel';
import { nodeOf } from '../kernel/node-access';
import { describeComponent } from './component-descriptor';
import { plainEvent } from './plain-event';

type Listener = (...values: unknown[]) => unknown;

/** Calls a WXS handler: it gets the event with its node's descriptor, and the descriptor of the component around it. */
export function wxsListener(owner: unknown, event: ShadowedEvent<unknown>, listener: Listener): unknown {
  const plain = plainEvent(event);
  const instance = describeComponent(nodeOf(event.currentTarget));
  return listener(
    { ...plain, instance, target: { ...plain.target, instance: describeComponent(nodeOf(event.target)) } },
    describeComponent(nodeOf(owner)),
  );
}

/**
 * For `change:prop="{{module.handler}}"`. It comes after the rendering that it belongs to: the handler may look for
 * nodes that are made later than its own.
 */
export function changeListener(listener: Listener): Listener {
  return (newValue, oldValue, host, node) =>
    queueMicrotask(() =>
      listener(
        newValue,
        oldValue,
        describeComponent(nodeOf(host)),
        describeComponent(nodeOf(node as KernelElement)),
      ),
    );
}
