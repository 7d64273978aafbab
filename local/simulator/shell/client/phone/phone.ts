import type { PhoneSizes, Theme } from '../../shell-contract';
import { element } from '../element';
import { NavigationBar, type NavigationTaps } from './navigation-bar';
import { type Screen, sizesOf } from './phone-sizes';
import { StatusBar } from './status-bar';
import { TabBar } from './tab-bar';

export interface PhoneTaps extends NavigationTaps {
  tab(index: number): void;
  menu(): void;
  close(): void;
}

/** The drawn phone: bars around the app's frame, and a layer over everything for dialogs. */
export class Phone {
  readonly element: HTMLElement;
  readonly status = new StatusBar();
  readonly navigation: NavigationBar;
  readonly tabs: TabBar;
  /** Dialogs and toasts. */
  readonly overlay = element('div', { class: 'overlay' });
  readonly #place = element('main', { class: 'frame-place' });
  #screen: Screen = { width: 390, height: 844 };

  constructor(taps: PhoneTaps) {
    this.element = element('div', { class: 'phone', 'data-test': 'phone' });
    this.navigation = new NavigationBar(this.element, taps);
    this.tabs = new TabBar(taps.tab);
    const capsule = element(
      'div',
      { class: 'capsule' },
      capsuleButton('capsule-menu', '更多', taps.menu),
      capsuleButton('capsule-close', '退到后台', taps.close),
    );
    this.element.append(
      this.status.element,
      this.navigation.element,
      this.#place,
      this.tabs.element,
      element('div', { class: 'home-indicator', 'aria-hidden': 'true' }),
      capsule,
      this.overlay,
    );
  }

  get sizes(): PhoneSizes {
    return sizesOf(this.#screen);
  }

  resize(screen: Screen): void {
    this.#screen = screen;
    const { screenWidth, screenHeight, statusBarHeight, bottomInset, capsule } = this.sizes;
    const style = this.element.style;
    style.setProperty('--screen-width', `${screenWidth}px`);
    style.setProperty('--screen-height', `${screenHeight}px`);
    style.setProperty('--status-height', `${statusBarHeight}px`);
    style.setProperty('--bottom-inset', `${bottomInset}px`);
    style.setProperty('--capsule-top', `${capsule.top}px`);
  }

  /** Replaces the app's frame by a new one. */
  load(address: string): HTMLIFrameElement {
    const frame = element('iframe', { name: 'app', title: '小程序', allow: 'clipboard-write', src: address });
    this.navigation.clear();
    this.tabs.clear();
    this.overlay.replaceChildren();
    this.#place.replaceChildren(frame);
    return frame;
  }

  /** Of the dialogs; the app follows the theme by itself. */
  showTheme(theme: Theme): void {
    this.element.classList.toggle('dark', theme === 'dark');
  }

  showBooting(isBooting: boolean): void {
    this.element.classList.toggle('booting', isBooting);
  }
}

const capsuleButton = (name: string, label: string, tap: () => void): HTMLElement =>
  element('button', { type: 'button', class: name, 'data-test': name, 'aria-label': label, onclick: tap });
