import { makeCall, makeCalls, type Work } from '../calling/make-call';
import { optionalNumber, textOf } from '../calling/options';
import type { WxHost } from '../wx-host';

/** Calls that move between pages or within one; the runtime does them. */
export function pageCalls({ router, window }: WxHost): Record<string, unknown> {
  const to: Record<string, Work> = {
    navigateTo: options => router.navigateTo(textOf(options, 'url'), options),
    redirectTo: options => router.redirectTo(textOf(options, 'url')),
    switchTab: options => router.switchTab(textOf(options, 'url')),
    reLaunch: options => router.reLaunch(textOf(options, 'url')),
    navigateBack: options => router.navigateBack(optionalNumber(options, 'delta', 1)),
    pageScrollTo: options => router.pageScrollTo(options),
    startPullDownRefresh: () => router.startPullDownRefresh(),
    stopPullDownRefresh: () => router.stopPullDownRefresh(),
    enableAlertBeforeUnload: () => undefined,
    disableAlertBeforeUnload: () => undefined,
    preloadWebview: () => undefined,
  };
  return {
    ...makeCalls(to),
    nextTick: (work: () => void) => queueMicrotask(work),
    hideKeyboard: makeCall('hideKeyboard', () => {
      const active = window.document.activeElement;
      if (active instanceof window.HTMLElement) active.blur();
    }),
  };
}
