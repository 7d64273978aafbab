import type { WxOptions } from '../../wx/wx-host';
import { elementOf } from '../kernel/node-access';
import type { PageInstance } from './page-instance';

/** `wx.pageScrollTo`: to a height, or to the first node that a selector finds. */
export function scrollPageTo(page: PageInstance, options: WxOptions): void {
  const { scrollTop, selector, offsetTop, duration } = options;
  const durationMs = typeof duration === 'number' ? duration : 300;
  if (typeof scrollTop === 'number') page.scroll.to(scrollTop, durationMs);
  else if (typeof selector === 'string')
    page.scroll.to(topOf(page, selector) + Number(offsetTop ?? 0), durationMs);
}

function topOf(page: PageInstance, selector: string): number {
  const node = page.component.getShadowRoot()?.querySelector(selector);
  const element = node ? elementOf(node) : null;
  if (element === null) return page.element.scrollTop;
  return (
    element.getBoundingClientRect().top - page.element.getBoundingClientRect().top + page.element.scrollTop
  );
}
