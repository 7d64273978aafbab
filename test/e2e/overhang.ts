/**
 * Names what reaches beyond the right edge of the window, with the number of CSS pixels. Runs in the browser, so it can
 * use nothing from outside of itself. What a part of the page clips or scrolls is not counted; what the page
 * as a whole cuts off is.
 */
export function overhang(body: Element): string[] {
  const isClipped = (element: Element): boolean => {
    const parent = element.parentElement;
    if (parent === null || parent === body) return false;
    const isPart = parent.getBoundingClientRect().width < innerWidth;
    return (isPart && getComputedStyle(parent).overflowX !== 'visible') || isClipped(parent);
  };
  const found: string[] = [];
  for (const element of body.querySelectorAll('*')) {
    const { right, width } = element.getBoundingClientRect();
    const beyond = Math.round(right - innerWidth);
    if (width === 0 || beyond < 1 || isClipped(element)) continue;
    found.push(`${element.className || element.tagName} ${beyond}`);
  }
  return found.slice(0, 5);
}
