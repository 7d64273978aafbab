import type { glassEasel, KernelElement } from '../kernel/glass-easel';
import { callerOf, elementOf, isComponent, ownerOf } from '../kernel/node-access';
import { convertRpx } from '../kernel/template-hooks';

/** Classes set by WXS stay apart from those of the template, which would overwrite them. */
const wxsSegment = 2 as glassEasel.StyleSegmentIndex;
const states = new WeakMap<KernelElement, Record<string, unknown>>();

/** What WXS can do with a node: WeChat's ComponentDescriptor. */
export function describeComponent(node: KernelElement) {
  const descriptor = {
    selectComponent: (selector: string) => describeFirst(select(node, selector)),
    selectAllComponents: (selector: string) => select(node, selector).map(describeComponent),
    setStyle(style: string | Record<string, string | number>) {
      node.setNodeStyle(styleText(style), wxsSegment);
      return descriptor;
    },
    addClass: (...names: string[]) => toggleClasses(node, names, true),
    removeClass: (...names: string[]) => toggleClasses(node, names, false),
    hasClass: (name: string) =>
      node.classList?.contains(name) === true || node.classList?.contains(name, wxsSegment) === true,
    getDataset: () => ({ ...node.dataset }),
    callMethod: (name: string, values?: unknown) => callMethod(node, name, values),
    requestAnimationFrame: (callback: () => void) => requestAnimationFrame(() => callback()),
    getState: () => stateOf(node),
    triggerEvent: (name: string, detail?: unknown) => node.triggerEvent(name, detail, {}),
    getComputedStyle: (names: string[]) => computedStyles(node, names),
    getBoundingClientRect: () => elementOf(node)?.getBoundingClientRect().toJSON() as object,
    setTimeout: (callback: () => void, ms: number) => setTimeout(callback, ms),
    clearTimeout: (timer: number) => clearTimeout(timer),
  };
  return descriptor;
}

function describeFirst([first]: KernelElement[]): object | null {
  return first === undefined ? null : describeComponent(first);
}

function select(node: KernelElement, selector: string): KernelElement[] {
  const root = isComponent(node) ? node.getShadowRoot() : null;
  return root?.querySelectorAll(selector) ?? [];
}

function styleText(style: string | Record<string, string | number>): string {
  const text =
    typeof style === 'string'
      ? style
      : Object.entries(style)
          .map(([name, value]) => `${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}:${value}`)
          .join(';');
  return String(convertRpx(text));
}

function toggleClasses(node: KernelElement, names: string[], on: boolean): void {
  for (const name of names.flatMap(one => one.split(/\s+/)).filter(one => one !== ''))
    node.classList?.toggle(name, on, wxsSegment);
}

function callMethod(node: KernelElement, name: string, values: unknown): void {
  const component = isComponent(node) && node.getShadowRoot() !== null ? node : ownerOf(node);
  const method = component && callerOf(component)[name];
  if (component !== undefined && typeof method === 'function') method.call(callerOf(component), values);
}

function stateOf(node: KernelElement): Record<string, unknown> {
  const state = states.get(node) ?? {};
  states.set(node, state);
  return state;
}

function computedStyles(node: KernelElement, names: string[]): Record<string, string> {
  const element = elementOf(node);
  if (element === null) return {};
  const style = getComputedStyle(element);
  return Object.fromEntries(names.map(name => [name, style.getPropertyValue(name)]));
}
