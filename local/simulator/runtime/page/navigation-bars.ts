import type { AppBundle } from '../../build/app-bundle';
import type { NavigationState, SimulatorShell } from '../../shell/shell-contract';
import type { PageInstance } from './page-instance';
import { frontColour, type Theme, themeFor, withTheme } from './theme-values';

/** The bar above each page: from JSON and theme, changed by `wx.setNavigationBar…`, and shown by the shell. */
export class NavigationBars {
  readonly #changes = new WeakMap<PageInstance, Partial<NavigationState>>();
  #theme: Theme;
  #shown: { page: PageInstance; depth: number } | undefined;

  constructor(
    private readonly bundle: AppBundle,
    private readonly shell: SimulatorShell,
  ) {
    this.#theme = themeFor(bundle, shell.panel.devices.current().theme);
  }

  /** @param depth how many pages lie below */
  show(page: PageInstance, depth: number): void {
    this.#shown = { page, depth };
    this.shell.navigation.set(this.#stateOf(page, depth));
  }

  change(page: PageInstance, part: Partial<NavigationState>): void {
    this.#changes.set(page, { ...this.#changes.get(page), ...part });
    if (this.#shown?.page === page) this.show(page, this.#shown.depth);
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    if (this.#shown !== undefined) this.show(this.#shown.page, this.#shown.depth);
  }

  #stateOf(page: PageInstance, depth: number): NavigationState {
    const window = withTheme(page.window, this.bundle.theme[this.#theme]);
    const isFirst = page.path === this.bundle.pages[0];
    const isTab = this.bundle.config.tabBar?.list.some(tab => tab.pagePath === page.path) === true;
    return {
      title: window.navigationBarTitleText ?? '',
      front: frontColour(window),
      background: window.navigationBarBackgroundColor ?? '#000000',
      back: depth > 0,
      home: depth === 0 && !isFirst && !isTab,
      loading: false,
      custom: window.navigationStyle === 'custom',
      ...this.#changes.get(page),
    };
  }
}
