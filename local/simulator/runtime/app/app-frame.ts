import type { AppFrame, SharedCard } from '../../shell/shell-contract';
import type { AppEvents } from '../../wx';
import type { AppInstance } from './app-instance';
import type { PageStack } from './page-stack';
import { formatAddress } from './parse-url';
import type { Router } from './router';

export interface FrameParts {
  stack: PageStack;
  router: Router;
  app: AppInstance;
  events: AppEvents;
  tabs: string[];
  firstPage: string;
  enterOptions(): object;
  addressOf(source: string): string;
}

/** What the shell may do with the running app. */
export function appFrame(parts: FrameParts): AppFrame {
  const { stack, router, app, events } = parts;
  const quietly = (step: Promise<unknown>): void => void step.catch(() => {});
  return {
    back: () => quietly(router.navigateBack(1)),
    home: () => quietly(router.reLaunch(`/${parts.firstPage}`)),
    tapTab: index => tapTab(parts, index),
    share: () => sharedCard(parts),
    hide() {
      stack.top?.call('onHide');
      app.call('onHide');
      events.appHide();
    },
    show() {
      app.call('onShow', parts.enterOptions());
      events.appShow(parts.enterOptions());
      stack.top?.call('onShow');
    },
    scrollToTop: () => stack.top?.scroll.to(0, 300),
    open: path => quietly(openPage(parts, path)),
  };
}

function tapTab({ tabs, router, stack }: FrameParts, index: number): void {
  const path = tabs[index];
  if (path === undefined) return;
  void router.switchTab(`/${path}`).catch(() => {});
  stack.top?.call('onTabItemTap', { index: String(index), pagePath: path });
}

function openPage({ router, tabs }: FrameParts, path: string): Promise<unknown> {
  const clean = path.replace(/^\//, '');
  const isTab = tabs.includes(clean.split('?', 1)[0] ?? '');
  return isTab ? router.switchTab(`/${clean}`) : router.reLaunch(`/${clean}`);
}

function sharedCard({ stack, addressOf }: FrameParts): SharedCard | null {
  const page = stack.top;
  if (page === undefined || !page.has('onShareAppMessage')) return null;
  const said = (page.call('onShareAppMessage', { from: 'menu' }) ?? {}) as Record<string, unknown>;
  return {
    title: typeof said.title === 'string' ? said.title : document.title,
    path: typeof said.path === 'string' ? said.path : `/${formatAddress(page.address)}`,
    image: typeof said.imageUrl === 'string' ? addressOf(said.imageUrl) : '',
  };
}
