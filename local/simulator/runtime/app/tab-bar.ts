import type { AppBundle } from '../../build/app-bundle';
import type { SimulatorShell } from '../../shell/shell-contract';
import type { Kernel } from '../kernel/app-space';
import { glassEasel, type KernelComponent } from '../kernel/glass-easel';
import type { UnitRegistry } from '../kernel/unit-registry';
import type { PageInstance } from '../page/page-instance';
import { type Theme, themeFor, withTheme } from '../page/theme-values';

const customPath = 'custom-tab-bar/index';

/** The tab bar: drawn by the shell from app.json, or a component of the app's own on each tab page. */
export class TabBar {
  constructor(
    private readonly bundle: AppBundle,
    private readonly shell: SimulatorShell,
    private readonly addressOf: (source: string) => string,
  ) {}

  get isCustom(): boolean {
    return this.bundle.config.tabBar?.custom === true && this.bundle.units[customPath] !== undefined;
  }

  define(theme: Theme): void {
    const { tabBar } = this.bundle.config;
    if (tabBar === undefined || this.isCustom) {
      this.shell.tabBar.define(null);
      return;
    }
    const bar = withTheme(tabBar, this.bundle.theme[themeFor(this.bundle, theme)]);
    this.shell.tabBar.define({
      items: bar.list.map(({ text = '', iconPath = '', selectedIconPath = iconPath }) => ({
        text,
        icon: this.addressOf(iconPath && `/${iconPath}`),
        selectedIcon: this.addressOf(selectedIconPath && `/${selectedIconPath}`),
        badge: '',
        dot: false,
      })),
      style: {
        colour: bar.color ?? '#7a7e83',
        selectedColour: bar.selectedColor ?? '#3cc51f',
        background: bar.backgroundColor ?? '#ffffff',
        border: bar.borderStyle === 'white' ? 'white' : 'black',
      },
    });
  }

  /** Which tab a page is, or null. */
  indexOf(path: string): number | null {
    const index = this.bundle.config.tabBar?.list.findIndex(tab => tab.pagePath === path) ?? -1;
    return index < 0 ? null : index;
  }

  /** Gives a tab page its own custom tab bar. */
  addTo(page: PageInstance, kernel: Kernel, registry: UnitRegistry): void {
    if (!this.isCustom || this.indexOf(page.path) === null) return;
    registry.prepare(customPath);
    registry.addStyles(customPath);
    const root = kernel.backend.createRoot('custom-tab-bar', kernel.space, customPath);
    const placeholder = document.createElement('div');
    page.element.append(placeholder);
    page.tabBar = root.getComponent() as unknown as KernelComponent;
    glassEasel.Element.replaceDocumentElement(page.tabBar, page.element as never, placeholder as never);
  }
}
