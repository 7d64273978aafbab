import path from 'node:path';

/** What the tests use of jsdom; the browser's types are not those of this project's other tests. */
interface DomNode {
  textContent: string | null;
  style: Record<string, string>;
}
interface DomDocument {
  body: { append(node: DomNode): void };
  createElement(tag: string): DomNode;
}
const { document } = globalThis as unknown as { document: DomDocument };

interface Rendered {
  dom: DomNode;
  data: Record<string, unknown>;
  instance: object;
  querySelector(selector: string): RenderedNode | undefined;
  querySelectorAll(selector: string): RenderedNode[];
  setData(data: object): void;
  addEventListener(name: string, listener: (event: { detail: unknown }) => void): void;
  attach(parent: DomNode): void;
}

interface RenderedNode {
  dom: DomNode;
  dispatchEvent(name: string, options?: { detail: object }): void;
}

interface Simulate {
  load(folder: string, tag: string, options: object): string;
  render(id: string, properties: object): Rendered;
}

const root = path.join(process.cwd(), 'miniprogram');
/** The compiler writes all templates of the program at once, of which its usual megabyte does not hold enough. */
const compilerOptions = { maxBuffer: 16 * 1024 * 1024 };

/**
 * One of our components as the official compiler makes it, in the page. The simulator loads a component once only, so it
 * begins anew. `home` is the folder of the components.
 */
export function render(name: string, properties: object, home = 'components'): Rendered {
  jest.resetModules();
  const simulate = require('miniprogram-simulate') as Simulate;
  const file = path.join(root, home, name, name);
  const id = simulate.load(file, name, { rootPath: root, compiler: 'official', compilerOptions });
  const component = simulate.render(id, properties);
  const parent = document.createElement('div');
  document.body.append(parent);
  component.attach(parent);
  return component;
}

/** The text that a person sees, without spaces. */
export const textOf = ({ dom }: Rendered): string => (dom.textContent ?? '').replace(/\s/g, '');

/** How often an event came. */
export function counted(component: Rendered, event: string): { count: number } {
  const seen = { count: 0 };
  component.addEventListener(event, () => {
    seen.count += 1;
  });
  return seen;
}

/** Taps, and waits until the component has heard of it. */
export async function tap(component: Rendered, selector: string): Promise<void> {
  const node = component.querySelector(selector);
  if (!node) throw new Error(`nothing is ${selector}`);
  node.dispatchEvent('tap');
  await settled();
}

/** Types into a field of the component itself, and waits likewise. */
export async function type(component: Rendered, selector: string, value: string): Promise<void> {
  const node = component.querySelector(selector);
  if (!node) throw new Error(`nothing is ${selector}`);
  node.dispatchEvent('input', { detail: { value } });
  await settled();
}

/**
 * Until everything has happened that a tap brings about. Several turns and not one as long: on a busy machine timers
 * that are due together run together, before those that the first of them sets.
 */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise(resolve => setTimeout(resolve, 4));
}
