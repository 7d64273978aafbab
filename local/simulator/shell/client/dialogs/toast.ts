import type { ToastOptions } from '../../shell-contract';
import { element, icon } from '../element';

const marks: Record<string, string> = {
  success: 'M5 12.5 10 17.5 19 7',
  error: 'M6 6 18 18M18 6 6 18',
};

/** Toast and loading are one thing to WeChat: each replaces the other. */
export class Toast {
  #shown: HTMLElement | null = null;
  #timer: ReturnType<typeof setTimeout> | null = null;

  constructor(readonly overlay: HTMLElement) {}

  toast({ title, icon: name, image, durationMs, mask }: ToastOptions): void {
    this.#show(title, this.#mark(name, image), mask);
    this.#timer = setTimeout(() => this.hide(), durationMs);
  }

  loading({ title, mask }: { title: string; mask: boolean }): void {
    this.#show(title, element('span', { class: 'spinner' }), mask);
  }

  readonly hide = (): void => {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    this.#shown?.remove();
    this.#shown = null;
  };

  #show(title: string, mark: Element | null, mask: boolean): void {
    this.hide();
    const kind = mark === null ? 'toast text-only' : 'toast';
    const box = element('div', { class: kind, 'data-test': 'toast' }, mark, element('span', {}, title));
    this.#shown = element('div', { class: `toast-layer${mask ? ' mask' : ''}`, role: 'status' }, box);
    this.overlay.append(this.#shown);
  }

  #mark(name: ToastOptions['icon'], image: string): Element | null {
    if (image !== '') return element('img', { src: image, alt: '' });
    if (name === 'none') return null;
    return name === 'loading' ? element('span', { class: 'spinner' }) : icon(marks[name] ?? '', 40);
  }
}
