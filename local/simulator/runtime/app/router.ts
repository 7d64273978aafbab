import type { WxOptions, WxRouter } from '../../wx/wx-host';
import type { NavigationBars } from '../page/navigation-bars';
import type { PageInstance } from '../page/page-instance';
import { scrollPageTo } from '../page/scroll-page-to';
import { EventChannel } from './event-channel';
import { mostPages, type PageStack } from './page-stack';
import { type PageAddress, parseUrl } from './parse-url';

/** The rules of moving between pages; messages are those of a phone, which programs compare. */
export class Router implements WxRouter {
  constructor(
    private readonly stack: PageStack,
    private readonly bars: NavigationBars,
    private readonly pages: readonly string[],
  ) {}

  async navigateTo(url: string, options: WxOptions): Promise<object> {
    const address = this.#find(url);
    if (this.stack.isTab(address.path)) throw new Error('can not navigateTo a tabbar page');
    if (this.stack.pages.length >= mostPages) throw new Error(`page limit exceeded: ${mostPages}`);
    const eventChannel = new EventChannel();
    const listeners = (options.events ?? {}) as Record<string, (...values: unknown[]) => void>;
    for (const [name, listener] of Object.entries(listeners)) eventChannel.on(name, listener);
    this.stack.push(address, eventChannel);
    return { eventChannel };
  }

  async redirectTo(url: string): Promise<void> {
    const address = this.#find(url);
    if (this.stack.isTab(address.path)) throw new Error('can not redirectTo a tabbar page');
    this.stack.replace(address);
  }

  async switchTab(url: string): Promise<void> {
    const address = this.#find(url);
    if (!this.stack.isTab(address.path)) throw new Error('can not switch to no-tabBar page');
    this.stack.switchTab({ path: address.path, query: {} });
  }

  async reLaunch(url: string): Promise<void> {
    this.stack.restart(this.#find(url));
  }

  async navigateBack(delta: number): Promise<void> {
    if (this.stack.pages.length <= 1) throw new Error('cannot navigate back at first page.');
    this.stack.back(delta);
  }

  changeNavigation(part: Parameters<WxRouter['changeNavigation']>[0]): void {
    this.bars.change(this.#top(), part);
  }

  changeBackground(part: Parameters<WxRouter['changeBackground']>[0]): void {
    const { element } = this.#top();
    if (part.colour !== undefined) element.style.backgroundColor = part.colour;
    if (part.textStyle !== undefined) element.dataset.pullText = part.textStyle;
  }

  async pageScrollTo(options: WxOptions): Promise<void> {
    scrollPageTo(this.#top(), options);
  }

  startPullDownRefresh(): void {
    this.#top().pullDown.start();
  }

  stopPullDownRefresh(): void {
    this.#top().pullDown.stop();
  }

  currentPage(): PageAddress {
    return this.stack.top?.address ?? { path: this.pages[0] ?? '', query: {} };
  }

  #top(): PageInstance {
    const { top } = this.stack;
    if (top === undefined) throw new Error('no page is open');
    return top;
  }

  #find(url: string): PageAddress {
    const address = parseUrl(String(url ?? ''), this.currentPage().path);
    if (!this.pages.includes(address.path)) throw new Error(`page "${address.path}" is not found`);
    return address;
  }
}
