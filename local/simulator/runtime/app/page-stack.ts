import type { AppBundle } from '../../build/app-bundle';
import type { SimulatorShell } from '../../shell/shell-contract';
import type { Kernel } from '../kernel/app-space';
import type { UnitRegistry } from '../kernel/unit-registry';
import type { NavigationBars } from '../page/navigation-bars';
import { PageInstance } from '../page/page-instance';
import type { EventChannel } from './event-channel';
import { formatAddress, type PageAddress } from './parse-url';
import type { TabBar } from './tab-bar';

/** As many pages as a phone keeps open. */
export const mostPages = 10;

export interface PageStackParts {
  bundle: AppBundle;
  kernel: Kernel;
  registry: UnitRegistry;
  bars: NavigationBars;
  tabBar: TabBar;
  shell: SimulatorShell;
  container: HTMLElement;
}

/**
 * The pages that are open, bottom to top, and the tab pages that stay alive while another tab is shown.
 * Nothing here judges whether a step is allowed; router.ts does.
 */
export class PageStack {
  #pages: PageInstance[] = [];
  readonly #tabs = new Map<string, PageInstance>();

  constructor(private readonly parts: PageStackParts) {}

  get pages(): readonly PageInstance[] {
    return this.#pages;
  }

  get top(): PageInstance | undefined {
    return this.#pages.at(-1);
  }

  isTab(path: string): boolean {
    return this.parts.bundle.config.tabBar?.list.some(tab => tab.pagePath === path) === true;
  }

  /** @param channel what the page and its opener talk through */
  push(address: PageAddress, channel: EventChannel): PageInstance {
    this.top?.hide();
    const page = this.#create(address);
    page.channel = channel;
    this.#pages.push(page);
    this.#enter(page, true);
    return page;
  }

  replace(address: PageAddress): PageInstance {
    this.#drop(this.#pages.pop());
    const page = this.#create(address);
    this.#pages.push(page);
    this.#enter(page, true);
    return page;
  }

  /** Closes everything, kept tab pages too. */
  restart(address: PageAddress): PageInstance {
    const old = new Set([...this.#pages, ...this.#tabs.values()]);
    this.#pages = [];
    this.#tabs.clear();
    for (const page of [...old].reverse()) this.#drop(page);
    const page = this.#create(address);
    this.#pages.push(page);
    this.#enter(page, true);
    return page;
  }

  /** Shows a tab page, the one that was left before where there is one. */
  switchTab(address: PageAddress): PageInstance {
    const [bottom, ...above] = this.#pages;
    if (bottom?.path === address.path && above.length === 0) return bottom;
    if (above.length === 0) bottom?.hide();
    for (const page of above.reverse()) this.#drop(page);
    if (bottom !== undefined && !this.isTab(bottom.path)) this.#drop(bottom);
    const kept = this.#tabs.get(address.path);
    const page = kept ?? this.#create(address);
    this.#pages = [page];
    this.#enter(page, kept === undefined);
    return page;
  }

  /** @param delta how many pages to close; the bottom one stays */
  back(delta: number): void {
    const count = Math.min(delta, this.#pages.length - 1);
    if (count <= 0) return;
    for (let step = 0; step < count; step += 1) this.#drop(this.#pages.pop());
    if (this.top !== undefined) this.#enter(this.top, false);
  }

  /** Shows navigation bar and tab bar of the page on top, and its address in the hash. */
  showBars(): void {
    const { top } = this;
    if (top === undefined) return;
    const { bars, tabBar, shell } = this.parts;
    bars.show(top, this.#pages.length - 1);
    shell.tabBar.select(tabBar.indexOf(top.path));
    history.replaceState(null, '', `#/${formatAddress(top.address)}`);
  }

  #create(address: PageAddress): PageInstance {
    const { bundle, kernel, registry } = this.parts;
    const unit = bundle.units[address.path];
    if (unit === undefined) throw new Error(`page "${address.path}" is not found`);
    registry.prepare(address.path);
    registry.addStyles(address.path);
    const page = new PageInstance(kernel, unit, address, { ...bundle.config.window, ...unit.config });
    if (this.isTab(address.path)) this.#tabs.set(address.path, page);
    return page;
  }

  #enter(page: PageInstance, isNew: boolean): void {
    // The bars change first, because pages measure themselves in onLoad and onReady.
    this.showBars();
    const { container, tabBar, kernel, registry } = this.parts;
    if (isNew) {
      tabBar.addTo(page, kernel, registry);
      page.attach(container);
    }
    // onLoad may have opened another page already.
    if (this.top !== page) return;
    page.show();
    if (isNew) setTimeout(() => page.ready(), 0);
  }

  #drop(page: PageInstance | undefined): void {
    if (page === undefined) return;
    this.#tabs.delete(page.path);
    page.unload();
  }
}
