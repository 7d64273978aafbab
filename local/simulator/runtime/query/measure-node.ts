import type { KernelElement } from '../kernel/glass-easel';
import { callerOf, elementOf, isComponent } from '../kernel/node-access';

export interface NodeFields {
  id?: boolean;
  dataset?: boolean;
  mark?: boolean;
  rect?: boolean;
  size?: boolean;
  scrollOffset?: boolean;
  properties?: string[];
  computedStyle?: string[];
  context?: boolean;
  node?: boolean;
}

type Result = Record<string, unknown>;

export function measureNode(node: KernelElement, fields: NodeFields): Result {
  const element = elementOf(node) as HTMLElement;
  const result: Result = {};
  if (fields.id) result.id = node.id;
  if (fields.dataset) result.dataset = { ...node.dataset };
  if (fields.mark) result.mark = node.collectMarks();
  addBox(result, element, fields);
  if (fields.scrollOffset) Object.assign(result, scrollOf(exposed(node, 'scrollElement') ?? element));
  for (const name of fields.properties ?? []) result[name] = propertyOf(node, name);
  const style = getComputedStyle(element);
  for (const name of fields.computedStyle ?? []) result[name] = style.getPropertyValue(dashed(name));
  if (fields.node) result.node = exposed(node, 'exposedNode') ?? element;
  if (fields.context) result.context = exposed(node, 'exposedContext') ?? null;
  return result;
}

/** The viewport is the page on top; its size is that of the window and its place is always the origin. */
export function measureViewport(page: HTMLElement | null, fields: NodeFields): Result {
  const { innerWidth, innerHeight } = window;
  const result: Result = {};
  if (fields.id) result.id = '';
  if (fields.dataset) result.dataset = {};
  if (fields.rect) Object.assign(result, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
  if (fields.size) Object.assign(result, { width: innerWidth, height: innerHeight });
  if (fields.scrollOffset && page !== null) Object.assign(result, scrollOf(page));
  return result;
}

function addBox(result: Result, element: HTMLElement, fields: NodeFields): void {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  if (fields.rect) Object.assign(result, { left, top, right, bottom });
  if (fields.size) Object.assign(result, { width, height });
}

function scrollOf({ scrollLeft, scrollTop, scrollWidth, scrollHeight }: HTMLElement): Result {
  return { scrollLeft, scrollTop, scrollWidth, scrollHeight };
}

/** Built-in components give what is asked for through methods of these names: the scroller, the canvas, its context. */
function exposed(node: KernelElement, method: string): HTMLElement | undefined {
  const give = isComponent(node) ? callerOf(node)[method] : undefined;
  return typeof give === 'function' ? (give.call(callerOf(node as never)) as HTMLElement) : undefined;
}

function propertyOf(node: KernelElement, name: string): unknown {
  if (!isComponent(node)) return undefined;
  return (node.data as Record<string, unknown>)[
    name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  ];
}

function dashed(name: string): string {
  return name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`);
}
