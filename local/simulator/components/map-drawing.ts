import { type MapView, type Position, pixelsOf, toPixels } from './map-projection';
import { asList, asNumber, asRecord, asText } from './property';

const SVG = 'http://www.w3.org/2000/svg';

function shape(name: string, attributes: Record<string, string | number>): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, String(value));
  return element;
}

export function positionOf(value: unknown): Position {
  const { latitude, longitude } = asRecord(value);
  return { latitude: asNumber(latitude), longitude: asNumber(longitude) };
}

const pathOf = (points: unknown, view: MapView): string =>
  asList(points)
    .map(point => toPixels(positionOf(point), view))
    .map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ');

/** Lines, areas, circles and markers of a map over a plain grid; there are no streets here. */
export function drawMap(view: MapView, data: Record<string, unknown>): SVGElement[] {
  return [
    ...asList(data.polygons).map(each => polygon(asRecord(each), view)),
    ...asList(data.polyline).map(each => line(asRecord(each), view)),
    ...asList(data.circles).map(each => circle(asRecord(each), view)),
    ...(data.showLocation === true ? [shape('circle', { ...centreOf(view), r: 6, class: 'wx-map-me' })] : []),
    ...asList(data.markers).map(each => marker(asRecord(each), view)),
  ];
}

const centreOf = (view: MapView) => ({ cx: view.width / 2, cy: view.height / 2 });

function line(each: Record<string, unknown>, view: MapView): SVGElement {
  return shape('polyline', {
    points: pathOf(each.points, view),
    fill: 'none',
    stroke: asText(each.color, '#000000'),
    'stroke-width': asNumber(each.width, 2),
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
    ...(each.dottedLine === true ? { 'stroke-dasharray': '6 6' } : {}),
  });
}

function polygon(each: Record<string, unknown>, view: MapView): SVGElement {
  return shape('polygon', {
    points: pathOf(each.points, view),
    fill: asText(each.fillColor, 'none'),
    stroke: asText(each.strokeColor, '#000000'),
    'stroke-width': asNumber(each.strokeWidth, 1),
  });
}

function circle(each: Record<string, unknown>, view: MapView): SVGElement {
  const { x, y } = toPixels(positionOf(each), view);
  return shape('circle', {
    cx: x,
    cy: y,
    r: pixelsOf(asNumber(each.radius), view),
    fill: asText(each.fillColor, 'none'),
    stroke: asText(each.color, '#000000'),
    'stroke-width': asNumber(each.strokeWidth, 1),
  });
}

function marker(each: Record<string, unknown>, view: MapView): SVGElement {
  const { x, y } = toPixels(positionOf(each), view);
  const group = shape('g', {
    class: 'wx-map-marker',
    transform: `translate(${x} ${y})`,
    'data-marker': asNumber(each.id),
  });
  group.append(
    shape('path', { d: 'M0 0C-9-11-10-14-10-18a10 10 0 0 1 20 0C10-14 9-11 0 0Z', fill: '#e64340' }),
  );
  group.append(shape('circle', { cx: 0, cy: -18, r: 4, fill: '#ffffff' }));
  const label = asText(asRecord(each.callout).content) || asText(each.title);
  const text = shape('text', { x: 0, y: -32, 'text-anchor': 'middle', class: 'wx-map-label' });
  text.textContent = label;
  if (label !== '') group.append(text);
  return group;
}
