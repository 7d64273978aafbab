import type { BuiltInInstance } from './built-in';
import { watchDrag } from './drag';
import { asNumber } from './property';

export interface Refresher {
  /** `refresher-triggered`: shows it as if pulled, or lets it go. */
  trigger(on: boolean): void;
  stop(): void;
}

/** A finger moves further than what it pulls. */
const RESISTANCE = 0.5;

/** Pull to refresh of a scroll-view: pulling, then refresh or abort, then restore when the page is done. */
export function makeRefresher(owner: BuiltInInstance): Refresher {
  let isRefreshing = false;
  let pulled = 0;
  const threshold = (): number => asNumber(owner.data.refresherThreshold, 45);
  const show = (height: number, follows: boolean): void => {
    pulled = height;
    showPulled(owner.host, height, follows);
  };
  const refresh = (): void => {
    isRefreshing = true;
    show(threshold(), false);
    owner.triggerEvent('refresherrefresh', { dy: threshold() });
  };
  const release = (): void => {
    const wasRefreshing = isRefreshing;
    isRefreshing = false;
    show(0, false);
    if (wasRefreshing) owner.triggerEvent('refresherrestore', {});
  };
  const stop = watchDrag(owner.host, {
    axis: 'y',
    accept: ({ dy }) =>
      owner.data.refresherEnabled === true && !isRefreshing && dy > 0 && owner.host.scrollTop <= 0,
    move({ dy }) {
      show(Math.max(0, dy * RESISTANCE), true);
      owner.triggerEvent('refresherpulling', { dy: pulled });
    },
    end(_point, moved) {
      if (!moved || isRefreshing) return;
      if (pulled < threshold()) {
        show(0, false);
        owner.triggerEvent('refresherabort', { dy: pulled });
        return;
      }
      // Two-way binding, so that a page which only says `model:` is told; others set it themselves.
      owner.setData({ refresherTriggered: true });
      if (!isRefreshing) refresh();
    },
  });
  return {
    trigger(on) {
      if (on && !isRefreshing) refresh();
      else if (!on && isRefreshing) release();
    },
    stop,
  };
}

function showPulled(host: HTMLElement, height: number, follows: boolean): void {
  const area = host.querySelector<HTMLElement>('.wx-scroll-view-refresher');
  if (area === null) return;
  area.style.transition = follows ? 'none' : 'height 0.2s';
  area.style.height = `${height}px`;
}
