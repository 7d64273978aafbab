import type { BuiltInEvent } from '../../components/built-in';
import type { ShadowedEvent } from './glass-easel';
import { elementOf, nodeOf } from './node-access';

/** An event as the methods of built-in components get it. */
export function builtInEvent(event: ShadowedEvent<unknown>): BuiltInEvent {
  return {
    type: event.type,
    detail: (event.detail ?? {}) as Record<string, unknown>,
    native: event.getOriginalEvent() as Event | undefined,
    element: elementOf(nodeOf(event.currentTarget)) as HTMLElement,
    stopPropagation: () => event.stopPropagation(),
  };
}
