import { glassEasel, type KernelElement } from '../kernel/glass-easel';
import { nodeAt } from '../kernel/node-access';

/** How far a finger may wander in a tap, and how long it rests for a long press. */
const tapDistance = 10;
const longPressMs = 350;

export interface PlainTouch {
  identifier: number;
  pageX: number;
  pageY: number;
  clientX: number;
  clientY: number;
  force: number;
}

interface Press {
  node: KernelElement;
  element: Element;
  start: PlainTouch;
  isTap: boolean;
  timer: number;
}

/**
 * Turns the touches of a finger, or the mouse where there is none, into the events of a mini-program: touchstart,
 * touchmove, touchend, touchcancel, longpress, longtap and tap. They bubble and cross components.
 */
export class Gestures {
  readonly #presses = new Map<number, Press>();

  listen(): void {
    const options = { capture: true, passive: false };
    document.addEventListener('touchstart', event => this.#onTouch(event, 'touchstart'), options);
    document.addEventListener('touchmove', event => this.#onTouch(event, 'touchmove'), options);
    document.addEventListener('touchend', event => this.#onTouch(event, 'touchend'), options);
    document.addEventListener('touchcancel', event => this.#onTouch(event, 'touchcancel'), options);
    document.addEventListener('mousedown', event => this.#onMouse(event, 'touchstart'), options);
    document.addEventListener('mousemove', event => this.#onMouse(event, 'touchmove'), options);
    document.addEventListener('mouseup', event => this.#onMouse(event, 'touchend'), options);
    // A press that leaves the frame ends outside of it, and nobody tells.
    document.addEventListener('mouseleave', event => this.#onMouse(event, 'touchcancel'), options);
  }

  #onTouch(event: TouchEvent, type: string): void {
    const touches = [...event.touches].map(plainTouch);
    for (const touch of event.changedTouches) this.#handle(event, type, plainTouch(touch), touches);
  }

  /** Browsers send mouse events after touches too; those of a touch screen are not wanted twice. */
  #onMouse(event: MouseEvent, type: string): void {
    const { sourceCapabilities } = event as MouseEvent & {
      sourceCapabilities?: { firesTouchEvents: boolean } | null;
    };
    if (sourceCapabilities?.firesTouchEvents === true || (type === 'touchstart' && event.button !== 0))
      return;
    const touch = plainTouch({ ...mousePoint(event), identifier: 0 });
    this.#handle(event, type, touch, type === 'touchend' || type === 'touchcancel' ? [] : [touch]);
  }

  #handle(event: UIEvent, type: string, touch: PlainTouch, touches: PlainTouch[]): void {
    if (type === 'touchstart') this.#start(event, touch);
    const press = this.#presses.get(touch.identifier);
    if (press === undefined) return;
    if (type === 'touchmove' && isFar(press.start, touch)) this.#forgetTap(press);
    raise(press.node, type, {}, event, touch, touches);
    if (type === 'touchend' || type === 'touchcancel') this.#end(event, type, press, touch);
  }

  #start(event: UIEvent, touch: PlainTouch): void {
    const element = event.target as Element;
    const node = nodeAt(element);
    if (node === null) return;
    const press: Press = { node, element, start: touch, isTap: true, timer: 0 };
    press.timer = window.setTimeout(() => longPress(press, event), longPressMs);
    this.#presses.set(touch.identifier, press);
  }

  #forgetTap(press: Press): void {
    press.isTap = false;
    clearTimeout(press.timer);
  }

  #end(event: UIEvent, type: string, press: Press, touch: PlainTouch): void {
    clearTimeout(press.timer);
    this.#presses.delete(touch.identifier);
    if (type === 'touchend' && press.isTap && !isDisabled(press.element))
      raise(press.node, 'tap', { x: touch.pageX, y: touch.pageY }, event, touch, []);
  }
}

/** A long press that somebody listened to is not a tap any more. */
function longPress(press: Press, event: UIEvent): void {
  if (isDisabled(press.element)) return;
  const detail = { x: press.start.pageX, y: press.start.pageY };
  const heard = ['longpress', 'longtap'].map(type =>
    raise(press.node, type, detail, event, press.start, [press.start]),
  );
  if (heard.includes(true)) press.isTap = false;
}

/** A disabled button keeps its taps to itself. */
function isDisabled(element: Element): boolean {
  const node = nodeAt(element.closest('wx-button'));
  return node !== null && (node as unknown as { data: { disabled?: unknown } }).data.disabled === true;
}

/** @returns whether any handler was called */
function raise(
  node: KernelElement,
  type: string,
  detail: object,
  original: UIEvent,
  changed: PlainTouch,
  touches: PlainTouch[],
): boolean {
  let heard = false;
  const event = new glassEasel.Event(type, detail, {
    originalEvent: original,
    bubbles: true,
    composed: true,
    capturePhase: true,
    extraFields: { touches, changedTouches: [changed] },
    handleListenerReturn: () => {
      heard = true;
    },
  });
  node.dispatchEvent(event);
  if (event.defaultPrevented() && original.cancelable) original.preventDefault();
  return heard;
}

function mousePoint({ pageX, pageY, clientX, clientY }: MouseEvent) {
  return { pageX, pageY, clientX, clientY, force: 1 };
}

function plainTouch(touch: PlainTouch | Touch): PlainTouch {
  const { identifier, pageX, pageY, clientX, clientY, force } = touch;
  return { identifier, pageX, pageY, clientX, clientY, force };
}

function isFar(start: PlainTouch, touch: PlainTouch): boolean {
  return (
    Math.abs(touch.clientX - start.clientX) > tapDistance ||
    Math.abs(touch.clientY - start.clientY) > tapDistance
  );
}
