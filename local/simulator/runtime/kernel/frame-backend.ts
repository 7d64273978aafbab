import { type domlikeBackend, glassEasel } from './glass-easel';

type BackendElement = domlikeBackend.Element;

/** Events that gestures.ts and document-events.ts raise for every node; no listener of an element's own is needed. */
const raisedElsewhere = new Set([
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'tap',
  'longpress',
  'longtap',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
]);

const realElements = new WeakSet<object>();

/**
 * The kernel's view of the document. Hosts become `<wx-TAG>`, because a real `<button>` or `<input>` would bring the
 * browser's own looks and events; `h-TAG`, which only built-in components use, is the real thing.
 */
export class FrameBackend extends glassEasel.CurrentWindowBackendContext {
  constructor() {
    super();
    this.document = {
      createElement: tag => createElement(tag),
      createTextNode: text => document.createTextNode(text) as unknown as BackendElement,
      createDocumentFragment: () => document.createDocumentFragment() as unknown as BackendElement,
    };
  }

  /** A frame that is not shown gets no animation frames, and an app must not stop because of it. */
  override render(callback: (error: Error | null) => void): void {
    setTimeout(() => callback(null), 0);
  }

  override setListenerStats(element: BackendElement, type: string): void {
    if (raisedElsewhere.has(type) || !realElements.has(element)) return;
    const real = element as unknown as HTMLElement;
    const marker = `__listens_${type}` as keyof HTMLElement;
    if (real[marker]) return;
    Object.assign(real, { [marker]: true });
    real.addEventListener(type, event => {
      element.__wxElement?.triggerEvent(type, detailOf(event), { originalEvent: event } as object);
    });
  }
}

function createElement(tag: string): BackendElement {
  const isReal = tag.startsWith('h-');
  const element = document.createElement(isReal ? tag.slice(2) : `wx-${tag}`);
  if (isReal) realElements.add(element);
  return element as unknown as BackendElement;
}

function detailOf(event: Event): object {
  const { value, checked } = event.target as HTMLInputElement;
  return { value, checked };
}
