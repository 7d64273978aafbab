import { nodeAt } from '../kernel/node-access';

/** Events of the browser that any node of a mini-program may be asked for, and that bubble there. */
const types = ['transitionend', 'animationstart', 'animationiteration', 'animationend'] as const;

export function listenToDocument(): void {
  for (const type of types) {
    document.addEventListener(
      type,
      event => {
        const { elapsedTime } = event as TransitionEvent | AnimationEvent;
        const options = { originalEvent: event, bubbles: true, composed: true, capturePhase: true };
        nodeAt(event.target as Element)?.triggerEvent(type, { elapsedTime }, options);
      },
      { capture: true },
    );
  }
}
