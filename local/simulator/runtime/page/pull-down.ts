import type { PageInstance } from './page-instance';

/** How far a page must be pulled, and how high the dots stand while it refreshes. */
const triggerDistance = 60;
const restHeight = 52;

/** Pull to refresh: the page follows the finger, lets three dots be seen, and waits for `stopPullDownRefresh`. */
export class PullDown {
  #startY: number | null = null;
  #distance = 0;
  #isRefreshing = false;
  #dots: HTMLElement | null = null;

  constructor(private readonly page: PageInstance) {
    if (page.window.enablePullDownRefresh !== true) return;
    page.element.addEventListener('touchstart', event => this.#begin(event.touches[0]?.clientY));
    page.element.addEventListener('touchmove', event => this.#move(event.touches[0]?.clientY));
    page.element.addEventListener('touchend', () => this.#end());
    page.element.addEventListener('touchcancel', () => this.#end());
    page.element.addEventListener('mousedown', event => this.#begin(event.clientY));
    page.element.addEventListener('mousemove', event => this.#move(event.clientY));
    page.element.addEventListener('mouseup', () => this.#end());
  }

  start(): void {
    if (this.#isRefreshing) return;
    this.#isRefreshing = true;
    this.#draw(restHeight);
    this.page.call('onPullDownRefresh');
  }

  stop(): void {
    this.#isRefreshing = false;
    this.#draw(0);
  }

  #begin(y: number | undefined): void {
    if (y !== undefined && this.page.element.scrollTop <= 0 && !this.#isRefreshing) this.#startY = y;
  }

  #move(y: number | undefined): void {
    if (this.#startY === null || y === undefined) return;
    // Half the finger's way feels like a spring.
    this.#distance = Math.max(0, (y - this.#startY) / 2);
    if (this.page.element.scrollTop > 0) this.#distance = 0;
    this.#draw(this.#distance);
  }

  #end(): void {
    if (this.#startY === null) return;
    this.#startY = null;
    if (this.#distance >= triggerDistance) this.start();
    else this.#draw(0);
    this.#distance = 0;
  }

  /** Padding, unlike a transform, keeps fixed parts of the page where they are. */
  #draw(height: number): void {
    const { element } = this.page;
    if (height === 0) {
      this.#dots?.remove();
      this.#dots = null;
      return;
    }
    this.#dots ??= makeDots(element.dataset.pullText ?? this.page.window.backgroundTextStyle ?? 'dark');
    if (this.#dots.parentElement === null) element.prepend(this.#dots);
    this.#dots.style.height = `${height}px`;
  }
}

function makeDots(textStyle: string): HTMLElement {
  const dots = document.createElement('div');
  dots.className = 'simulator-pull-down';
  dots.dataset.textStyle = textStyle;
  dots.textContent = '•••';
  return dots;
}
