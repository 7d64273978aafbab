import type { KernelComponent, KernelElement } from '../kernel/glass-easel';
import { elementOf, nodeOf } from '../kernel/node-access';
import { measureNode, measureViewport, type NodeFields } from './measure-node';

type Callback = (result: unknown) => void;

interface Request {
  root: KernelComponent | null;
  /** Null stands for the viewport. */
  selector: string | null;
  isSingle: boolean;
  fields: NodeFields;
  callback: Callback | undefined;
}

const rectFields: NodeFields = { id: true, dataset: true, rect: true, size: true };
const scrollFields: NodeFields = { id: true, dataset: true, scrollOffset: true };

/** `wx.createSelectorQuery()`: asks where nodes are and what they hold; all answers come together after `exec`. */
export class SelectorQuery {
  #requests: Request[] = [];

  /** @param root where to look; the page on top when nothing else is said */
  constructor(
    private root: KernelComponent | null,
    private readonly viewport: () => HTMLElement | null,
  ) {}

  in(component: unknown): this {
    this.root = nodeOf(component) as KernelComponent;
    return this;
  }

  select(selector: string) {
    return this.#reference(selector, true);
  }

  selectAll(selector: string) {
    return this.#reference(selector, false);
  }

  selectViewport() {
    return this.#reference(null, true);
  }

  exec(callback?: (results: unknown[]) => void): this {
    const requests = this.#requests;
    this.#requests = [];
    setTimeout(() => {
      const results = requests.map(request => this.#answer(request));
      for (const [index, { callback: own }] of requests.entries()) own?.(results[index]);
      callback?.(results);
    }, 0);
    return this;
  }

  #reference(selector: string | null, isSingle: boolean) {
    const { root } = this;
    const ask = (fields: NodeFields, callback?: Callback): this => {
      this.#requests.push({ root, selector, isSingle, fields, callback });
      return this;
    };
    return {
      boundingClientRect: (callback?: Callback) => ask(rectFields, callback),
      scrollOffset: (callback?: Callback) => ask(scrollFields, callback),
      fields: (fields: NodeFields, callback?: Callback) => ask(fields, callback),
      context: (callback?: Callback) => ask({ context: true }, callback),
      node: (callback?: Callback) => ask({ node: true }, callback),
      ref: (callback?: Callback) => ask({ node: true }, callback),
    };
  }

  #answer({ root, selector, isSingle, fields }: Request): unknown {
    if (selector === null) return measureViewport(this.viewport(), fields);
    const found = findNodes(root, selector);
    if (!isSingle) return found.map(node => measureNode(node, fields));
    const [first] = found;
    return first === undefined ? null : measureNode(first, fields);
  }
}

export function findNodes(root: KernelComponent | null, selector: string): KernelElement[] {
  const nodes = root?.getShadowRoot()?.querySelectorAll(selector) ?? [];
  return nodes.filter(node => elementOf(node) !== null);
}
