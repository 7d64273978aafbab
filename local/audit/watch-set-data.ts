declare global {
  interface Window {
    auditSetData?: { atMs: number; bytes: number }[];
  }
}

interface Caller {
  setData?: (this: Caller, data: object, callback?: () => void) => void;
}

interface KernelNode {
  getMethodCaller?: () => Caller | undefined;
}

/**
 * Runs in the page before the program does, as text: it may use nothing from outside. The kernel marks each element with
 * its node; the first component that comes by shows whose setData all of them share.
 */
export function watchSetData(): void {
  const nodes = new WeakMap<Element, KernelNode>();
  const watched = new WeakSet<object>();
  const log: { atMs: number; bytes: number }[] = [];
  window.auditSetData = log;

  const watch = (node: KernelNode): void => {
    let owner: Caller | null = node.getMethodCaller?.() ?? null;
    while (owner !== null && !Object.hasOwn(owner, 'setData'))
      owner = Object.getPrototypeOf(owner) as Caller | null;
    const original = owner?.setData;
    if (owner === null || original === undefined || watched.has(owner)) return;
    watched.add(owner);
    owner.setData = function (data, callback) {
      const bytes = new Blob([JSON.stringify(data) ?? '']).size;
      log.push({ atMs: performance.now(), bytes });
      original.call(this, data, callback);
    };
  };

  Object.defineProperty(Element.prototype, '__wxElement', {
    configurable: true,
    get(this: Element) {
      return nodes.get(this);
    },
    set(this: Element, node: KernelNode) {
      nodes.set(this, node);
      watch(node);
    },
  });
}
