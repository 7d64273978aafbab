import { type BuiltInEvent, defineTrait } from './built-in';

/** hover-class: the pressed look of view, button and navigator. */
export const hover = defineTrait({
  properties: {
    hoverClass: { type: String, value: 'none' },
    hoverStopPropagation: { type: Boolean, value: false },
    hoverStartTime: { type: Number, value: 50 },
    hoverStayTime: { type: Number, value: 400 },
  },
  listeners: { touchstart: 'onHoverStart', touchend: 'onHoverEnd', touchcancel: 'onHoverEnd' },
  methods: {
    onHoverStart(event: BuiltInEvent) {
      if (isHoverTaken(event.native)) return;
      if (this.data.hoverStopPropagation === true) takeHover(event.native);
      this.toggleHover(true, Number(this.data.hoverStartTime));
    },
    onHoverEnd() {
      this.toggleHover(false, Number(this.data.hoverStayTime));
    },
    toggleHover(on: boolean, delayMs: number) {
      const name = String(this.data.hoverClass);
      if (name === 'none' || name === '' || this.data.disabled === true) return;
      setTimeout(() => this.toggleHostClass(name, on), delayMs);
    },
  },
});

const taken = new WeakSet<Event>();

function isHoverTaken(event: Event | undefined): boolean {
  return event !== undefined && taken.has(event);
}

function takeHover(event: Event | undefined): void {
  if (event !== undefined) taken.add(event);
}
