import type { KernelElement, ShadowedEvent } from '../kernel/glass-easel';
import { elementOf, nodeOf } from '../kernel/node-access';

export interface EventTarget {
  id: string;
  offsetLeft: number;
  offsetTop: number;
  dataset: Record<string, unknown>;
}

/** An event as handlers of a mini-program get it: plain data, no nodes. */
export interface PlainEvent {
  type: string;
  timeStamp: number;
  target: EventTarget;
  currentTarget: EventTarget;
  mark: Record<string, unknown>;
  detail: unknown;
  touches?: unknown;
  changedTouches?: unknown;
}

export function plainTarget(node: KernelElement): EventTarget {
  const element = elementOf(node);
  return {
    id: node.id,
    offsetLeft: element?.offsetLeft ?? 0,
    offsetTop: element?.offsetTop ?? 0,
    dataset: { ...node.dataset },
  };
}

export function plainEvent(event: ShadowedEvent<unknown>): PlainEvent {
  const extra = event as unknown as { touches?: unknown; changedTouches?: unknown };
  return {
    type: event.type,
    timeStamp: event.timeStamp,
    target: plainTarget(nodeOf(event.target)),
    currentTarget: plainTarget(nodeOf(event.currentTarget)),
    mark: { ...event.mark },
    detail: event.detail ?? {},
    ...(extra.touches === undefined ? {} : { touches: extra.touches, changedTouches: extra.changedTouches }),
  };
}
