import { type BuiltInInstance, defineBuiltIn } from './built-in';
import { watchDrag } from './drag';
import { privateState } from './private-state';
import { anything, asNumber, asText, flag, number, text } from './property';
import { setOwnStyle } from './reflect';

interface Place {
  x: number;
  y: number;
}

const gesture = privateState(() => ({ stop: () => {}, at: { x: 0, y: 0 }, from: { x: 0, y: 0 } }));

/** Follows a finger inside its movable-area; without inertia, damping and pinching. */
export const movableView = defineBuiltIn({
  tag: 'movable-view',
  properties: {
    direction: text('none'),
    inertia: flag(),
    outOfBounds: flag(),
    x: anything(0),
    y: anything(0),
    damping: number(20),
    friction: number(2),
    disabled: flag(),
    scale: flag(),
    scaleMin: number(0.5),
    scaleMax: number(10),
    scaleValue: number(1),
    animation: flag(true),
  },
  style: `wx-movable-view {
    display: inline-block; position: absolute; top: 0; left: 0; width: 10px; height: 10px; touch-action: none;
    transform: translate(var(--wx-x, 0), var(--wx-y, 0)) scale(var(--wx-scale, 1));
  }`,
  observers: {
    'x, y, scaleValue'(x: unknown, y: unknown) {
      gesture(this).at = { x: asNumber(x), y: asNumber(y) };
      this.draw();
    },
    scaleValue(scale: number) {
      const { at } = gesture(this);
      if (this.data.scale === true) this.triggerEvent('scale', { ...at, scale });
    },
  },
  methods: {
    draw(): void {
      const { x, y } = gesture(this).at;
      const scale = this.data.scale === true ? asNumber(this.data.scaleValue, 1) : 1;
      setOwnStyle(this, `--wx-x: ${x}px; --wx-y: ${y}px; --wx-scale: ${scale}`);
    },
    moveTo(place: Place, source: string): void {
      const { at } = gesture(this);
      if (place.x === at.x && place.y === at.y) return;
      gesture(this).at = place;
      this.draw();
      this.triggerEvent('change', { ...place, source });
    },
  },
  attached() {
    const state = gesture(this);
    state.stop = watchDrag(this.host, {
      axis: 'both',
      start: () => {
        state.from = state.at;
        return this.data.disabled !== true && asText(this.data.direction) !== 'none';
      },
      move: point =>
        this.moveTo(allowed(this, { x: state.from.x + point.dx, y: state.from.y + point.dy }), 'touch'),
      end: () => this.setData({ x: state.at.x, y: state.at.y }),
    });
  },
  detached() {
    gesture(this).stop();
  },
});

/** Within the area, and only along the direction that the page gave. */
function allowed(owner: BuiltInInstance, { x, y }: Place): Place {
  const { direction, outOfBounds } = owner.data;
  const { from } = gesture(owner);
  const area = owner.ancestor('movable-area')?.host;
  const free = outOfBounds === true || area === undefined;
  const keep = (value: number, room: number): number =>
    free ? value : Math.min(Math.max(0, room), Math.max(Math.min(0, room), value));
  return {
    x: direction === 'vertical' ? from.x : keep(x, (area?.clientWidth ?? 0) - owner.host.offsetWidth),
    y: direction === 'horizontal' ? from.y : keep(y, (area?.clientHeight ?? 0) - owner.host.offsetHeight),
  };
}
