import { watchDrag } from './drag';

export interface Wheel {
  /** Turns to an item without telling anybody. */
  turnTo(index: number, smoothly?: boolean): void;
  index(): number;
  stop(): void;
}

export interface WheelOptions {
  /** Scrolls; its children are the items, each as high as `itemHeight`. */
  scroller: HTMLElement;
  itemHeight(): number;
  started?(): void;
  /** The wheel rests on another item because somebody turned it. */
  settled(index: number): void;
}

/** One turning column, as pickers have: it snaps to its items, by finger, mouse, mouse wheel, or a tap on an item. */
export function makeWheel({ scroller, itemHeight, started, settled }: WheelOptions): Wheel {
  let rested = 0;
  let isHeld = false;
  const stop = new AbortController();
  const { signal } = stop;
  const last = () => Math.max(0, scroller.children.length - 1);
  const index = () => Math.min(last(), Math.max(0, Math.round(scroller.scrollTop / (itemHeight() || 1))));
  const turnTo = (to: number, smoothly = false): void => {
    const behavior = smoothly ? 'smooth' : 'instant';
    if (!smoothly) rested = Math.min(last(), Math.max(0, to));
    scroller.scrollTo({ top: to * itemHeight(), behavior });
  };
  const rest = (): void => {
    const now = index();
    if (isHeld || now === rested) return;
    rested = now;
    settled(now);
  };
  scroller.addEventListener('scrollend', rest, { signal });
  scroller.addEventListener('touchstart', () => started?.(), { signal, passive: true });
  scroller.addEventListener('click', event => turnTo(itemOf(scroller, event.target) ?? index(), true), {
    signal,
  });
  const stopDrag = turnByMouse(scroller, held => {
    isHeld = held;
    if (held) started?.();
    else if (scroller.scrollTop === index() * itemHeight()) rest();
    else turnTo(index(), true);
  });
  return {
    turnTo,
    index,
    stop() {
      stop.abort();
      stopDrag();
    },
  };
}

function turnByMouse(scroller: HTMLElement, hold: (held: boolean) => void): () => void {
  let from = 0;
  return watchDrag(scroller, {
    axis: 'y',
    mouseOnly: true,
    start() {
      from = scroller.scrollTop;
      hold(true);
      return true;
    },
    move(point) {
      scroller.style.scrollSnapType = 'none';
      scroller.scrollTop = from - point.dy;
    },
    end() {
      scroller.style.scrollSnapType = '';
      hold(false);
    },
  });
}

function itemOf(scroller: HTMLElement, target: EventTarget | null): number | null {
  const found = Array.from(scroller.children).findIndex(
    item => target instanceof Node && item.contains(target),
  );
  return found < 0 ? null : found;
}
