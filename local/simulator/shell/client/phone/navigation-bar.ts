import type { NavigationState } from '../../shell-contract';
import { element, icon } from '../element';

const ARROW = 'M15 4 7 12l8 8';
const HOUSE = 'M4 11.5 12 4.5l8 7M6.5 9.8V19h11V9.8';

export interface NavigationTaps {
  back(): void;
  home(): void;
  title(): void;
}

/** Arrow, house and title; status bar and capsule follow its colours. */
export class NavigationBar {
  readonly element: HTMLElement;
  readonly #title = element('div', { class: 'navigation-title', 'data-test': 'navigation-title' });
  readonly #back: HTMLElement;
  readonly #home: HTMLElement;

  /** @param phone gets the colours, as status bar and capsule lie outside of this element */
  constructor(
    readonly phone: HTMLElement,
    taps: NavigationTaps,
  ) {
    this.#back = button('navigation-back', '返回', ARROW, taps.back);
    this.#home = button('navigation-home', '回到首页', HOUSE, taps.home);
    this.#title.addEventListener('dblclick', () => taps.title());
    this.element = element('header', { class: 'navigation-bar' }, this.#back, this.#home, this.#title);
  }

  set({ title, front, background, back, home, loading, custom }: NavigationState): void {
    this.#title.textContent = title;
    this.#title.classList.toggle('loading', loading);
    this.#back.hidden = !back;
    this.#home.hidden = !home || back;
    this.phone.classList.toggle('custom-navigation', custom);
    this.phone.style.setProperty('--bar-front', front);
    this.phone.style.setProperty('--bar-background', custom ? 'transparent' : background);
    this.phone.classList.toggle('light-bar', front === '#ffffff');
  }

  /** Before the app has said anything. */
  clear(): void {
    this.set({
      title: '',
      front: '#000000',
      background: '#f4f7f4',
      back: false,
      home: false,
      loading: false,
      custom: false,
    });
  }
}

function button(name: string, label: string, path: string, tap: () => void): HTMLElement {
  const attributes = { class: name, 'data-test': name, 'aria-label': label, type: 'button', onclick: tap };
  return element('button', attributes, icon(path));
}
