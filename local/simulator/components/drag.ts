export interface DragPoint {
  /** Where the finger is, in CSS pixels of the window. */
  x: number;
  y: number;
  /** How far it has come since it went down. */
  dx: number;
  dy: number;
  atMs: number;
}

export interface DragListener {
  /** Which movements are meant for this element; the browser keeps the others, e.g. to scroll. */
  axis: 'x' | 'y' | 'both';
  /** For what fingers scroll by themselves, and the mouse does not. */
  mouseOnly?: boolean;
  /** A finger went down. @returns false to leave this gesture alone */
  start?(point: DragPoint): boolean;
  /** Asked at the first movement, e.g. whether a list is at its top. @returns false to leave it to others */
  accept?(point: DragPoint): boolean;
  move(point: DragPoint): void;
  /** @param moved false for a finger that only touched */
  end(point: DragPoint, moved: boolean): void;
}

const SLOP_PIXELS = 4;

/** Inner elements see an event first; what they have taken is not for the ones around them. */
const claimed = new WeakSet<Event>();

/** Follows one finger, or the mouse with its button held. @returns stops it */
export function watchDrag(element: HTMLElement, listener: DragListener): () => void {
  let from: DragPoint | null = null;
  let last: DragPoint | null = null;
  let state: 'waiting' | 'moving' | 'refused' = 'waiting';

  const begin = (at: Position): void => {
    from = { ...at, dx: 0, dy: 0, atMs: performance.now() };
    last = from;
    state = listener.start?.(from) === false ? 'refused' : 'waiting';
  };
  const follow = (at: Position, event: Event): void => {
    if (from === null || state === 'refused') return;
    last = { ...at, dx: at.x - from.x, dy: at.y - from.y, atMs: performance.now() };
    if (state === 'waiting') state = decide(last, listener, event);
    if (state !== 'moving') return;
    claimed.add(event);
    if (event.cancelable) event.preventDefault();
    listener.move(last);
  };
  const finish = (): void => {
    if (from !== null && last !== null && state !== 'refused') listener.end(last, state === 'moving');
    from = null;
  };
  return listenToFingers(element, { begin, follow, finish }, listener.mouseOnly === true);
}

function decide(point: DragPoint, listener: DragListener, event: Event): 'waiting' | 'moving' | 'refused' {
  const across = Math.abs(point.dx);
  const along = Math.abs(point.dy);
  if (Math.max(across, along) < SLOP_PIXELS) return 'waiting';
  if (claimed.has(event)) return 'refused';
  const isMeant = listener.axis === 'both' || (listener.axis === 'x') === across >= along;
  return isMeant && listener.accept?.(point) !== false ? 'moving' : 'refused';
}

interface Position {
  x: number;
  y: number;
}

interface Fingers {
  begin(at: Position): void;
  follow(at: Position, event: Event): void;
  finish(): void;
}

function listenToFingers(element: HTMLElement, fingers: Fingers, mouseOnly: boolean): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  element.addEventListener('mousedown', event => beginWithMouse(event, fingers, signal), { signal });
  if (!mouseOnly) listenToTouches(element, fingers, signal);
  return () => stop.abort();
}

function listenToTouches(element: HTMLElement, fingers: Fingers, signal: AbortSignal): void {
  const active = { signal, passive: false };
  const touchAt = ({ touches }: TouchEvent) => ({ x: touches[0]?.clientX ?? 0, y: touches[0]?.clientY ?? 0 });
  element.addEventListener('touchstart', event => fingers.begin(touchAt(event)), { signal, passive: true });
  element.addEventListener('touchmove', event => fingers.follow(touchAt(event), event), active);
  element.addEventListener('touchend', () => fingers.finish(), { signal });
  element.addEventListener('touchcancel', () => fingers.finish(), { signal });
}

/** The mouse is followed over the whole window, as a finger is by the browser itself. */
function beginWithMouse(down: MouseEvent, fingers: Fingers, signal: AbortSignal): void {
  if (down.button !== 0 || isFromTouch(down)) return;
  fingers.begin({ x: down.clientX, y: down.clientY });
  const held = new AbortController();
  const options = { signal: AbortSignal.any([held.signal, signal]) };
  const move = (event: MouseEvent): void => fingers.follow({ x: event.clientX, y: event.clientY }, event);
  window.addEventListener('mousemove', move, options);
  window.addEventListener(
    'mouseup',
    () => {
      held.abort();
      fingers.finish();
    },
    options,
  );
}

/** Browsers play the mouse after a touch; that would be the same gesture twice. */
function isFromTouch(event: UIEvent): boolean {
  const { sourceCapabilities } = event as UIEvent & {
    sourceCapabilities?: { firesTouchEvents: boolean } | null;
  };
  return sourceCapabilities?.firesTouchEvents === true;
}
