import type { BuiltInInstance } from './built-in';
import { asNumber } from './property';

export function scrollTo({ component, host, data }: BuiltInInstance, to: ScrollToOptions): void {
  // It may have left the page since somebody asked for it.
  if (component.$$ === null) return;
  host.scrollTo({ ...to, behavior: data.scrollWithAnimation === true ? 'smooth' : 'instant' });
}

/** Scrolls to the node with an id of the page that the scroll-view stands in. */
export function scrollToView(owner: BuiltInInstance, id: string): void {
  const node = owner.component.ownerShadowRoot?.getElementById(id);
  const element = node?.$$;
  if (!(element instanceof HTMLElement) || !owner.component.$$ || !owner.host.contains(element)) return;
  const { host, data } = owner;
  const from = host.getBoundingClientRect();
  const at = element.getBoundingClientRect();
  const offset = asNumber(data.scrollIntoViewOffset);
  const to: ScrollToOptions = {};
  if (data.scrollY === true) to.top = host.scrollTop + at.top - from.top - host.clientTop + offset;
  if (data.scrollX === true) to.left = host.scrollLeft + at.left - from.left - host.clientLeft + offset;
  scrollTo(owner, to);
}
