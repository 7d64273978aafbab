import type { PageInstance } from './page-instance';

/** Scrolling of one page: its events, its place while it is hidden, and being moved by `pageScrollTo`. */
export class PageScroll {
  #top = 0;
  #isAtBottom = false;

  constructor(private readonly page: PageInstance) {
    page.element.addEventListener('scroll', this.#onScroll);
  }

  stop(): void {
    this.page.element.removeEventListener('scroll', this.#onScroll);
  }

  /** A hidden element forgets where it was. */
  restore(): void {
    this.page.element.scrollTop = this.#top;
  }

  to(top: number, durationMs: number): void {
    this.page.element.scrollTo({ top, behavior: durationMs > 0 ? 'smooth' : 'instant' });
  }

  readonly #onScroll = (event: Event): void => {
    const { element } = this.page;
    if (event.target !== element || element.hidden) return;
    this.#top = element.scrollTop;
    this.page.call('onPageScroll', { scrollTop: this.#top });
    this.#tellBottom();
  };

  /** Told once on arriving, and again only after having left. */
  #tellBottom(): void {
    const { element, window } = this.page;
    const left = element.scrollHeight - element.clientHeight - element.scrollTop;
    const isAtBottom = left <= (window.onReachBottomDistance ?? 50);
    if (isAtBottom && !this.#isAtBottom) this.page.call('onReachBottom');
    this.#isAtBottom = isAtBottom;
  }
}
