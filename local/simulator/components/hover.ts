import { type BuiltInEvent, type BuiltInInstance, defineTrait } from './built-in';
import { privateState } from './private-state';
import { asNumber, asText, flag, number, text } from './property';

const timers = privateState(() => ({ pending: 0 as number | NodeJS.Timeout }));
const taken = new WeakSet<Event>();

/** hover-class: the pressed look of view, button and navigator, after a short delay, so that scrolling does not flash. */
export const hover = defineTrait({
  properties: {
    hoverClass: text('none'),
    hoverStopPropagation: flag(),
    hoverStartTime: number(50),
    hoverStayTime: number(400),
  },
  listeners: {
    touchstart: 'startHover',
    touchend: 'endHover',
    touchcancel: 'endHover',
  },
  methods: {
    startHover(event: BuiltInEvent) {
      if (event.native !== undefined && taken.has(event.native)) return;
      if (event.native !== undefined && this.data.hoverStopPropagation === true) taken.add(event.native);
      showHover(this, true, asNumber(this.data.hoverStartTime));
    },
    endHover() {
      showHover(this, false, asNumber(this.data.hoverStayTime));
    },
  },
  detached() {
    clearTimeout(timers(this).pending);
  },
});

function showHover(component: BuiltInInstance, on: boolean, delayMs: number): void {
  const name = asText(component.data.hoverClass);
  if (name === 'none' || name === '' || (on && component.data.disabled === true)) return;
  const state = timers(component);
  // A quick tap ends before its beginning is shown; the look still has to be seen once.
  if (!on && !component.host.hasAttribute('wx-hover')) setHover(component, name, true);
  clearTimeout(state.pending);
  state.pending = setTimeout(() => setHover(component, name, on), delayMs);
}

function setHover(component: BuiltInInstance, name: string, on: boolean): void {
  component.toggleHostClass(name, on);
  // The components' own default looks (button-hover, navigator-hover) are outside of any page's style scope.
  if (on) component.host.setAttribute('wx-hover', name);
  else component.host.removeAttribute('wx-hover');
}
