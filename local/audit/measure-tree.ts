import type { ImageArea } from './measurement';

export interface Tree {
  nodes: number;
  depth: number;
  mostChildren: number;
  images: ImageArea[];
  smallTargets: string[];
  overflowPx: number;
}

/** Runs in the page, as text: it may use nothing from outside. */
export function measureTree(leastTargetPx: number): Tree {
  const isNode = (element: Element): boolean =>
    element.tagName.startsWith('WX-') || element.tagName === 'PAGE';
  const all = [...document.body.querySelectorAll('*')].filter(isNode);
  const isShown = (element: Element): boolean => element.getClientRects().length > 0;
  const depthOf = (element: Element): number => {
    let depth = 0;
    for (let one: Element | null = element; one !== null; one = one.parentElement)
      if (isNode(one)) depth += 1;
    return depth;
  };
  const interactive = new Set(['button', 'link', 'tab', 'switch', 'checkbox', 'radio']);
  const roleOf = (element: Element): string =>
    element.getAttribute('role') ?? element.getAttribute('aria-role') ?? '';
  const targets = all.filter(
    element =>
      isShown(element) &&
      (interactive.has(roleOf(element)) || /^WX-(?:BUTTON|NAVIGATOR)$/.test(element.tagName)),
  );
  const nameOf = (element: Element): string =>
    (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 24);
  const smallTargets = targets.flatMap(element => {
    const { width, height } = element.getBoundingClientRect();
    const isSmall = Math.min(width, height) < leastTargetPx - 0.5;
    return isSmall ? [`${nameOf(element)} ${Math.round(width)}×${Math.round(height)}`] : [];
  });
  // The page itself cuts off what is too wide, so its own scroll width says nothing.
  const stands = (element: Element): boolean => {
    for (let one = element.parentElement; one !== null; one = one.parentElement) {
      const isFrame = !one.tagName.startsWith('WX-') || one.tagName === 'WX-PAGE';
      if (!isFrame && getComputedStyle(one).overflowX !== 'visible') return false;
    }
    return isShown(element);
  };
  const images = [...document.images].filter(isShown).map(image => {
    const { width, height } = image.getBoundingClientRect();
    return {
      source: image.src,
      pixels: image.naturalWidth * image.naturalHeight,
      shownPixels: width * height * devicePixelRatio ** 2,
    };
  });
  return {
    nodes: all.length,
    depth: Math.max(0, ...all.map(depthOf)),
    mostChildren: Math.max(0, ...all.map(element => [...element.children].filter(isNode).length)),
    images,
    smallTargets: [...new Set(smallTargets)],
    overflowPx: Math.max(0, ...all.filter(stands).map(one => one.getBoundingClientRect().right - innerWidth)),
  };
}
