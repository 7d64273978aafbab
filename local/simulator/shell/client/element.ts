type Attribute = string | number | boolean | undefined | ((event: Event) => unknown);
type Child = Node | string | null;

/**
 * One element with its attributes and children. `on…` attributes are listeners; a truth is an attribute without a value;
 * false and undefined leave it out.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, Attribute> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(made, name, value);
  made.append(...children.filter(child => child !== null));
  return made;
}

function setAttribute(made: HTMLElement, name: string, value: Attribute): void {
  if (typeof value === 'function') made.addEventListener(name.slice('on'.length), value);
  else if (value === true) made.setAttribute(name, '');
  else if (value !== false && value !== undefined) made.setAttribute(name, String(value));
}

/** A drawing of lines; `path` is what stands in `d`. */
export function icon(path: string, size = 24): SVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const made = document.createElementNS(space, 'svg');
  made.setAttribute('viewBox', '0 0 24 24');
  made.setAttribute('width', String(size));
  made.setAttribute('height', String(size));
  made.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(space, 'path');
  line.setAttribute('d', path);
  made.append(line);
  return made;
}
