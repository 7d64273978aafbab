import type { BuiltInInstance } from './built-in';
import { asNumber } from './property';

interface Edges {
  upper: boolean;
  lower: boolean;
}

/** Raises scroll, scrolltoupper and scrolltolower; an edge is told once until it is left. @returns stops it */
export function watchScroll(owner: BuiltInInstance): () => void {
  const { host } = owner;
  let left = host.scrollLeft;
  let top = host.scrollTop;
  // A list that begins at its upper edge has not been scrolled there.
  let near: Edges = { upper: true, lower: false };
  const onScroll = (): void => {
    const deltaX = left - host.scrollLeft;
    const deltaY = top - host.scrollTop;
    if (deltaX === 0 && deltaY === 0) return;
    left = host.scrollLeft;
    top = host.scrollTop;
    tellScroll(owner, deltaX, deltaY);
    near = tellEdges(owner, near, deltaX, deltaY);
  };
  host.addEventListener('scroll', onScroll, { passive: true });
  return () => host.removeEventListener('scroll', onScroll);
}

function tellScroll(owner: BuiltInInstance, deltaX: number, deltaY: number): void {
  const { scrollLeft, scrollTop, scrollHeight, scrollWidth } = owner.host;
  owner.triggerEvent('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, deltaX, deltaY });
}

function tellEdges(owner: BuiltInInstance, before: Edges, deltaX: number, deltaY: number): Edges {
  const { host, data } = owner;
  const sideways = data.scrollX === true && (data.scrollY !== true || Math.abs(deltaX) > Math.abs(deltaY));
  const passed = sideways ? host.scrollLeft : host.scrollTop;
  const rest = sideways
    ? host.scrollWidth - host.clientWidth - host.scrollLeft
    : host.scrollHeight - host.clientHeight - host.scrollTop;
  const upper = passed <= asNumber(data.upperThreshold, 50);
  const lower = rest <= asNumber(data.lowerThreshold, 50);
  const back = (sideways ? deltaX : deltaY) > 0;
  if (upper && back && !before.upper)
    owner.triggerEvent('scrolltoupper', { direction: sideways ? 'left' : 'top' });
  if (lower && !back && !before.lower)
    owner.triggerEvent('scrolltolower', { direction: sideways ? 'right' : 'bottom' });
  return { upper, lower };
}
