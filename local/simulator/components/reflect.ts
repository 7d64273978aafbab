import type { BuiltInInstance } from './built-in';

/** Shows properties as attributes of the host, which both our style sheets and a page's own (`button[disabled]`) select by. */
export function reflect(host: HTMLElement, attributes: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === '' || value === null || value === undefined) host.removeAttribute(name);
    else host.setAttribute(name, value === true ? '' : String(value));
  }
}

/** Second of the kernel's style segments: it lies beside the style that the page writes, which stays untouched. */
const OWN_SEGMENT = 1;

/** Inline style of the component's own making. */
export function setOwnStyle(component: BuiltInInstance, style: string): void {
  component.component.setNodeStyle(style, OWN_SEGMENT);
}
