import type { BuiltInInstance } from './built-in';
import { asNumber } from './property';

type Source = '' | 'touch' | 'autoplay';

/** Where the items of a swiper are. A position counts items: 1.5 lies halfway between the second and the third. */
export interface Track {
  count(): number;
  draw(): void;
  turnTo(index: number, smoothly: boolean): void;
  step(by: number, source: Source): void;
  grab(): void;
  pull(pixels: number): void;
  release(pixels: number): void;
  stop(): void;
}

/** A short push counts as a turn when it goes this far, in items. */
const TURN_SHARE = 0.15;

export function makeTrack(owner: BuiltInInstance, frame: HTMLElement, first: number): Track {
  let position = first;
  let target = first;
  let grabbed = first;
  let frameId = 0;
  const items = (): HTMLElement[] => Array.from(frame.children).filter(child => child instanceof HTMLElement);
  const shown = (): number => Math.max(1, asNumber(owner.data.displayMultipleItems, 1));
  const isCircular = (): boolean => owner.data.circular === true && items().length > shown();
  const size = (): number =>
    (owner.data.vertical === true ? frame.clientHeight : frame.clientWidth) / shown() || 1;
  const inRange = (index: number): number =>
    isCircular() ? index : Math.min(Math.max(0, items().length - shown()), Math.max(0, index));
  const draw = (): void => place(items(), position, { isCircular: isCircular(), shown: shown(), owner });

  const finish = (source: Source): void => {
    position = wrap(Math.round(target), items().length);
    target = position;
    draw();
    owner.triggerEvent('animationfinish', { current: position, currentItemId: '', source });
  };
  const glide = (to: number, source: Source): void => {
    cancelAnimationFrame(frameId);
    target = inRange(to);
    const from = position;
    const beganMs = performance.now();
    const durationMs = asNumber(owner.data.duration, 500);
    const paint = (): void => {
      const share = durationMs <= 0 ? 1 : Math.min(1, (performance.now() - beganMs) / durationMs);
      position = from + (target - from) * ease(share);
      draw();
      tellTransition(owner, position - from, size());
      if (share < 1) frameId = requestAnimationFrame(paint);
      else finish(source);
    };
    paint();
  };
  const settleOn = (to: number, source: Source): void => {
    const before = wrap(Math.round(target), items().length);
    glide(to, source);
    const after = wrap(target, items().length);
    if (after !== before) owner.invoke('arrived', after, source);
  };
  return {
    count: () => items().length,
    draw,
    turnTo(index, smoothly) {
      if (index === wrap(Math.round(target), items().length)) return;
      if (smoothly) settleOn(nearest(index, position, isCircular() ? items().length : 0), '');
      else {
        position = inRange(index);
        target = position;
        draw();
      }
    },
    step(by, source) {
      const next = Math.round(target) + by;
      settleOn(inRange(next) === next ? next : 0, source);
    },
    grab() {
      cancelAnimationFrame(frameId);
      grabbed = position;
    },
    pull(pixels) {
      position = inRange(grabbed - pixels / size());
      draw();
      tellTransition(owner, position - grabbed, size());
    },
    release(pixels) {
      const turned = -pixels / size();
      const whole = Math.trunc(turned);
      const rest = turned - whole;
      settleOn(Math.round(grabbed) + whole + (Math.abs(rest) > TURN_SHARE ? Math.sign(rest) : 0), 'touch');
    },
    stop: () => cancelAnimationFrame(frameId),
  };
}

const ease = (share: number): number => 1 - (1 - share) ** 3;

const wrap = (index: number, count: number): number => (count === 0 ? 0 : ((index % count) + count) % count);

/** The way round that is shorter. */
function nearest(index: number, from: number, count: number): number {
  if (count === 0) return index;
  const ahead = wrap(index - from, count);
  return from + (ahead <= count / 2 ? ahead : ahead - count);
}

interface Placing {
  isCircular: boolean;
  shown: number;
  owner: BuiltInInstance;
}

function place(items: HTMLElement[], position: number, { isCircular, shown, owner }: Placing): void {
  const axis = owner.data.vertical === true ? 'Y' : 'X';
  items.forEach((item, index) => {
    const ahead = index - position;
    // In a circle an item stands where it is met first: at most half of them behind, the rest ahead.
    const at = isCircular ? wrap(ahead + 1, items.length) - 1 : ahead;
    item.style.transform = `translate${axis}(${at * 100}%)`;
    item.style[axis === 'X' ? 'width' : 'height'] = `${100 / shown}%`;
    item.setAttribute('aria-hidden', String(at <= -1 || at >= shown));
  });
}

function tellTransition(owner: BuiltInInstance, moved: number, size: number): void {
  const pixels = moved * size;
  owner.triggerEvent(
    'transition',
    owner.data.vertical === true ? { dx: 0, dy: pixels } : { dx: pixels, dy: 0 },
  );
}
