import type { TabBarStyle, TabItem } from '../../shell/shell-contract';
import { makeCalls, type Work } from '../calling/make-call';
import { numberOf, optionalText, textOf } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import type { WxHost, WxOptions } from '../wx-host';

/** The bar above the page, its background, and the bar of tabs below. */
export function barCalls(host: WxHost): Record<string, unknown> {
  return makeCalls({ ...navigationWorks(host), ...tabBarWorks(host) });
}

function navigationWorks({ router, shell }: WxHost): Record<string, Work> {
  return {
    setNavigationBarTitle: options => router.changeNavigation({ title: textOf(options, 'title') }),
    setNavigationBarColor: options =>
      router.changeNavigation({
        front: frontOf(options),
        background: textOf(options, 'backgroundColor'),
      }),
    showNavigationBarLoading: () => router.changeNavigation({ loading: true }),
    hideNavigationBarLoading: () => router.changeNavigation({ loading: false }),
    hideHomeButton: () => router.changeNavigation({ home: false }),
    setBackgroundColor: options =>
      router.changeBackground({ colour: optionalText(options, 'backgroundColor') }),
    setBackgroundTextStyle: options =>
      router.changeBackground({ textStyle: options.textStyle === 'light' ? 'light' : 'dark' }),
    showTabBar: () => shell.tabBar.show(true),
    hideTabBar: () => shell.tabBar.show(false),
  };
}

function frontOf(options: WxOptions): '#000000' | '#ffffff' {
  const front = textOf(options, 'frontColor');
  if (front === '#000000' || front === '#ffffff') return front;
  throw new WxFailure(`invalid frontColor "${front}"`);
}

function tabBarWorks(host: WxHost): Record<string, Work> {
  const change = (options: WxOptions, part: Partial<TabItem>): void =>
    host.shell.tabBar.changeItem(numberOf(options, 'index'), part);
  return {
    setTabBarBadge: options => change(options, { badge: shortBadge(textOf(options, 'text')), dot: false }),
    removeTabBarBadge: options => change(options, { badge: '' }),
    showTabBarRedDot: options => change(options, { dot: true, badge: '' }),
    hideTabBarRedDot: options => change(options, { dot: false }),
    setTabBarItem: options => change(options, itemOf(host, options)),
    setTabBarStyle: options => host.shell.tabBar.changeStyle(styleOf(options)),
  };
}

/** WeChat shows four characters of a badge and three dots for the rest. */
const shortBadge = (text: string): string => (text.length > 4 ? '…' : text);

function itemOf(host: WxHost, options: WxOptions): Partial<TabItem> {
  const given: Partial<TabItem> = {};
  if (typeof options.text === 'string') given.text = options.text;
  if (typeof options.iconPath === 'string') given.icon = host.addressOf(options.iconPath);
  if (typeof options.selectedIconPath === 'string')
    given.selectedIcon = host.addressOf(options.selectedIconPath);
  return given;
}

function styleOf({ color, selectedColor, backgroundColor, borderStyle }: WxOptions): Partial<TabBarStyle> {
  const style: Partial<TabBarStyle> = {};
  if (typeof color === 'string') style.colour = color;
  if (typeof selectedColor === 'string') style.selectedColour = selectedColor;
  if (typeof backgroundColor === 'string') style.background = backgroundColor;
  if (borderStyle === 'white' || borderStyle === 'black') style.border = borderStyle;
  return style;
}
