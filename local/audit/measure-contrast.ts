/**
 * Runs in the page, as text: it may use nothing from outside. Colours are mixed as they are painted: each background over
 * the one behind it, text over that, with the opacity of everything around.
 * @returns texts below the least contrast, e.g. `余额 3.9`; formula: WCAG 2.2, contrast ratio
 */
export function measureContrast(least: number): string[] {
  type Colour = [red: number, green: number, blue: number, alpha: number];
  const read = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (at: 0 | 1 | 2): number => top[at] * top[3] + below[at] * (1 - top[3]);
    return [mix(0), mix(1), mix(2), 1];
  };
  const channel = (value: number): number => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  const luminance = ([red, green, blue]: Colour): number =>
    0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
  const ratio = (one: number, other: number): number =>
    (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
  const behind = (element: Element): Colour => {
    const around: Element[] = [];
    for (let one: Element | null = element; one !== null; one = one.parentElement) around.unshift(one);
    const canvas: Colour = [255, 255, 255, 1];
    return around.reduce((below, one) => over(read(getComputedStyle(one).backgroundColor), below), canvas);
  };
  const opacityOf = (element: Element): number => {
    let opacity = 1;
    for (let one: Element | null = element; one !== null; one = one.parentElement)
      opacity *= Number(getComputedStyle(one).opacity);
    return opacity;
  };
  const found = new Set<string>();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = (node.textContent ?? '').trim();
    if (text === '' || element === null || element.getClientRects().length === 0) continue;
    const style = getComputedStyle(element);
    if (style.visibility === 'hidden' || /^(?:STYLE|SCRIPT)$/.test(element.tagName)) continue;
    const background = behind(element);
    const [red, green, blue, alpha] = read(style.color);
    const painted = over([red, green, blue, alpha * opacityOf(element)], background);
    const contrast = ratio(luminance(painted), luminance(background));
    if (contrast < least) found.add(`${text.slice(0, 24)} ${contrast.toFixed(2)}`);
  }
  return [...found];
}
