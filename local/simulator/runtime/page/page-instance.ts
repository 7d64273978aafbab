import type { Unit, WindowConfig } from '../../build/app-bundle';
import { EventChannel } from '../app/event-channel';
import type { PageAddress } from '../app/parse-url';
import type { Kernel } from '../kernel/app-space';
import { glassEasel, type KernelComponent } from '../kernel/glass-easel';
import { callerOf, elementOf } from '../kernel/node-access';
import { flushReady } from '../kernel/ready-queue';
import { PageScroll } from './page-scroll';
import { PullDown } from './pull-down';

type Method = (...values: unknown[]) => unknown;

/** One page in the stack: its component, its element and its life cycle. */
export class PageInstance {
  readonly component: KernelComponent;
  readonly element: HTMLElement;
  /** `this` of the page, and what getCurrentPages() lists. */
  readonly caller: Record<string, unknown>;
  readonly scroll: PageScroll;
  readonly pullDown: PullDown;
  channel = new EventChannel();
  /** The app's own tab bar on this page, if it has one. */
  tabBar: KernelComponent | undefined;
  #isReady = false;

  constructor(
    kernel: Kernel,
    readonly unit: Unit,
    readonly address: PageAddress,
    readonly window: WindowConfig,
  ) {
    const root = kernel.backend.createRoot('page', kernel.space, rootUrl(address));
    this.component = root.getComponent() as unknown as KernelComponent;
    this.element = elementOf(this.component) as HTMLElement;
    this.caller = callerOf(this.component);
    Object.assign(this.caller, {
      route: address.path,
      __route__: address.path,
      options: address.query,
      getOpenerEventChannel: () => this.channel,
    });
    this.scroll = new PageScroll(this);
    this.pullDown = new PullDown(this);
  }

  get path(): string {
    return this.address.path;
  }

  /** Puts it into the document: components are attached, then onLoad runs. */
  attach(parent: HTMLElement): void {
    const placeholder = document.createElement('div');
    parent.append(placeholder);
    glassEasel.Element.replaceDocumentElement(this.component, parent as never, placeholder as never);
    this.call('onLoad', this.address.query);
  }

  show(): void {
    this.element.hidden = false;
    this.scroll.restore();
    this.call('onShow');
    this.component.triggerPageLifetime('show', []);
  }

  /** After the first rendering: components first, then the page. */
  ready(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    flushReady();
    this.call('onReady');
  }

  hide(): void {
    this.call('onHide');
    this.component.triggerPageLifetime('hide', []);
    this.element.hidden = true;
  }

  unload(): void {
    this.call('onUnload');
    this.scroll.stop();
    glassEasel.Element.pretendDetached(this.component);
    this.element.remove();
  }

  has(name: string): boolean {
    return typeof this.caller[name] === 'function';
  }

  /** An error in it is told by the kernel's error listener and does not stop the page. */
  call(name: string, ...values: unknown[]): unknown {
    const method = this.caller[name];
    if (typeof method !== 'function') return undefined;
    return glassEasel.safeCallback(name, method as Method, this.caller, values, this.component);
  }
}

/** The query fills properties of pages that are made by Component(). */
function rootUrl({ path, query }: PageAddress): string {
  const pairs = Object.entries(query).map(([name, value]) => `${name}=${safe(value)}`);
  return pairs.length === 0 ? path : `${path}?${pairs.join('&')}`;
}

/** The kernel decodes, and must not stumble over a value with a stray percent sign. */
function safe(value: string): string {
  try {
    decodeURIComponent(value);
    return value;
  } catch {
    return encodeURIComponent(value);
  }
}
