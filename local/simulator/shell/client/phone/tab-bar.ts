import type { SimulatorShell, TabBarStyle, TabItem } from '../../shell-contract';
import { element } from '../element';

type Bar = SimulatorShell['tabBar'];

/** The bar of tabs. What the app changes about an item stays until the next frame. */
export class TabBar implements Bar {
  readonly element = element('nav', { class: 'tab-bar', 'data-test': 'tab-bar' });
  #items: TabItem[] = [];
  #style: TabBarStyle | null = null;
  #selected: number | null = null;
  #visible = true;

  constructor(readonly tap: (index: number) => void) {}

  define(bar: { items: TabItem[]; style: TabBarStyle } | null): void {
    this.#items = bar?.items.map(item => ({ ...item })) ?? [];
    this.#style = bar === null ? null : { ...bar.style };
    this.#draw();
  }

  select(index: number | null): void {
    this.#selected = index;
    this.#draw();
  }

  changeItem(index: number, part: Partial<TabItem>): void {
    const item = this.#items[index];
    if (item === undefined) throw new Error('tabbar item not found');
    Object.assign(item, part);
    this.#draw();
  }

  changeStyle(part: Partial<TabBarStyle>): void {
    if (this.#style !== null) Object.assign(this.#style, part);
    this.#draw();
  }

  show(visible: boolean): void {
    this.#visible = visible;
    this.#draw();
  }

  clear(): void {
    this.#visible = true;
    this.#selected = null;
    this.define(null);
  }

  #draw(): void {
    const isShown = this.#style !== null && this.#selected !== null && this.#visible;
    this.element.hidden = !isShown;
    if (this.#style === null) return;
    const { background, border } = this.#style;
    this.element.style.background = background;
    this.element.style.borderTopColor = border === 'white' ? '#ffffff33' : '#00000014';
    this.element.replaceChildren(...this.#items.map((item, index) => this.#drawItem(item, index)));
  }

  #drawItem(item: TabItem, index: number): HTMLElement {
    const isSelected = index === this.#selected;
    const address = isSelected && item.selectedIcon !== '' ? item.selectedIcon : item.icon;
    const made = element(
      'button',
      {
        type: 'button',
        class: 'tab',
        'data-test': `tab-${index}`,
        'aria-current': isSelected ? 'page' : undefined,
        onclick: () => this.tap(index),
      },
      address === '' ? null : element('img', { src: address, alt: '', class: 'tab-icon' }),
      element('span', {}, item.text),
      markOf(item),
    );
    made.style.color = (isSelected ? this.#style?.selectedColour : this.#style?.colour) ?? '';
    return made;
  }
}

function markOf({ badge, dot }: TabItem): HTMLElement | null {
  if (badge !== '') return element('span', { class: 'tab-badge', 'data-test': 'tab-badge' }, badge);
  return dot ? element('span', { class: 'tab-dot', 'data-test': 'tab-dot' }) : null;
}
