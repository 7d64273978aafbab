import type { KernelComponent } from '../kernel/glass-easel';
import { elementOf } from '../kernel/node-access';
import { findNodes } from './selector-query';

export interface ObserverOptions {
  thresholds?: number[];
  initialRatio?: number;
  observeAll?: boolean;
}

type Margins = Partial<Record<'left' | 'right' | 'top' | 'bottom', number>>;
type Callback = (result: object) => void;

/** `createIntersectionObserver`: tells when nodes come into or leave an area. */
export class NodeIntersectionObserver {
  #area: { selector: string | null; margins: Margins } = { selector: null, margins: {} };
  #observer: IntersectionObserver | undefined;

  constructor(
    private readonly root: KernelComponent | null,
    private readonly options: ObserverOptions,
  ) {}

  relativeTo(selector: string, margins: Margins = {}): this {
    this.#area = { selector, margins };
    return this;
  }

  relativeToViewport(margins: Margins = {}): this {
    this.#area = { selector: null, margins };
    return this;
  }

  observe(selector: string, callback: Callback): void {
    this.disconnect();
    const targets = findNodes(this.root, selector).slice(0, this.options.observeAll === true ? undefined : 1);
    const elements = new Map(targets.map(node => [elementOf(node) as Element, node]));
    const isFirst = new Set(elements.keys());
    this.#observer = new IntersectionObserver(
      entries => {
        for (const entry of entries) {
          // The browser always reports the beginning; a phone only what differs from the initial ratio.
          const isInitial = isFirst.delete(entry.target);
          if (
            isInitial &&
            entry.intersectionRatio === (this.options.initialRatio ?? 0) &&
            !entry.isIntersecting
          )
            continue;
          const node = elements.get(entry.target);
          if (node !== undefined)
            callback({ id: node.id, dataset: { ...node.dataset }, ...plainEntry(entry) });
        }
      },
      {
        root: this.#rootFor([...elements.keys()]),
        rootMargin: marginText(this.#area.margins),
        threshold: this.options.thresholds ?? [0],
      },
    );
    for (const element of elements.keys()) this.#observer.observe(element);
  }

  disconnect(): void {
    this.#observer?.disconnect();
    this.#observer = undefined;
  }

  /** A browser measures against an element around the target only; without one it is the viewport. */
  #rootFor(targets: Element[]): Element | null {
    const { selector } = this.#area;
    const [node] = selector === null ? [] : findNodes(this.root, selector);
    const element = node === undefined ? null : elementOf(node);
    return element !== null && targets.every(target => element.contains(target)) ? element : null;
  }
}

function marginText({ top = 0, right = 0, bottom = 0, left = 0 }: Margins): string {
  return `${top}px ${right}px ${bottom}px ${left}px`;
}

function plainEntry(entry: IntersectionObserverEntry): object {
  return {
    time: Date.now(),
    intersectionRatio: entry.intersectionRatio,
    boundingClientRect: plainRect(entry.boundingClientRect),
    intersectionRect: plainRect(entry.intersectionRect),
    relativeRect: plainRect(entry.rootBounds ?? new DOMRect()),
  };
}

function plainRect({ left, top, right, bottom, width, height }: DOMRectReadOnly): object {
  return { left, top, right, bottom, width, height };
}
