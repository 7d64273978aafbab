import { type BuiltInEvent, defineBuiltIn } from './built-in';
import { dark } from './dark';
import { drawMap, positionOf } from './map-drawing';
import { type MapView, toPosition, viewOf } from './map-projection';
import { privateState } from './private-state';
import { asList, asNumber, flag, list, number, text } from './property';

const inner = privateState(() => ({ view: null as MapView | null, observer: null as ResizeObserver | null }));

/** A grid instead of streets, with the page's own lines, areas, circles and markers where they belong. */
export const map = defineBuiltIn({
  tag: 'map',
  properties: {
    longitude: number(),
    latitude: number(),
    scale: number(16),
    minScale: number(3),
    maxScale: number(20),
    markers: list(),
    polyline: list(),
    circles: list(),
    polygons: list(),
    includePoints: list(),
    showLocation: flag(),
    showCompass: flag(),
    showScale: flag(),
    enableZoom: flag(true),
    enableScroll: flag(true),
    enableRotate: flag(),
    enableOverlooking: flag(),
    enableSatellite: flag(),
    enableTraffic: flag(),
    layerStyle: number(1),
    subkey: text(),
    setting: { type: Object, value: {} },
  },
  template: `
    <h-div class="wx-map-canvas" />
    <h-div class="wx-map-note">地图（模拟器只画点和线）</h-div>
    <h-div class="wx-map-over"><slot /></h-div>`,
  style: `
    wx-map { display: block; position: relative; width: 300px; height: 150px; overflow: hidden; background: #eef1ec }
    .wx-map-canvas, .wx-map-over { position: absolute; inset: 0 }
    .wx-map-canvas { background: repeating-linear-gradient(0deg, transparent 0 39px, rgba(0, 0, 0, 0.06) 39px 40px),
      repeating-linear-gradient(90deg, transparent 0 39px, rgba(0, 0, 0, 0.06) 39px 40px) }
    .wx-map-canvas > svg { display: block; width: 100%; height: 100% }
    .wx-map-over { pointer-events: none }
    .wx-map-over > * { pointer-events: auto }
    .wx-map-note { position: absolute; right: 4px; bottom: 2px; color: #5f6b64; font-size: 10px; pointer-events: none }
    .wx-map-me { fill: #1989fa; stroke: #ffffff; stroke-width: 2px }
    .wx-map-marker { cursor: pointer }
    .wx-map-label { font-size: 12px; fill: #222222; paint-order: stroke; stroke: #ffffff; stroke-width: 3px }
    ${dark('wx-map { background: #26302a } .wx-map-note { color: #9fb0a5 }')}`,
  observers: {
    'longitude, latitude, scale, markers, polyline, circles, polygons, includePoints, showLocation'() {
      this.draw();
    },
  },
  listeners: { tap: 'onTap' },
  methods: {
    draw(): void {
      const canvas = this.find('.wx-map-canvas');
      const { clientWidth: width, clientHeight: height } = this.host;
      if (canvas === null || width === 0) return;
      const { data } = this;
      const given = { ...positionOf(data), scale: asNumber(data.scale, 16), width, height };
      const points = asList(data.includePoints).map(positionOf);
      const view = points.length === 0 ? given : viewOf(points, given);
      inner(this).view = view;
      const picture = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      picture.append(...drawMap(view, data));
      canvas.replaceChildren(picture);
    },
    onTap({ native, detail }: BuiltInEvent): void {
      const marker = native?.target instanceof Element ? native.target.closest('[data-marker]') : null;
      if (marker !== null) {
        this.triggerEvent('markertap', { markerId: Number(marker.getAttribute('data-marker')) });
        return;
      }
      const { view } = inner(this);
      const { left, top } = this.host.getBoundingClientRect();
      const point = { x: asNumber(detail.x) - left, y: asNumber(detail.y) - top };
      if (view !== null) this.triggerEvent('tap', toPosition(point, view));
    },
  },
  ready() {
    this.draw();
    const observer = new ResizeObserver(() => this.draw());
    observer.observe(this.host);
    inner(this).observer = observer;
    this.triggerEvent('updated', {});
  },
  detached() {
    inner(this).observer?.disconnect();
  },
});
