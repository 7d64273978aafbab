import { renewedPage } from '../../../pages/renewed-page';
import { askBeforeLoss } from '../../../services/ask-before-loss';
import { listBindings } from '../../../services/bindings';
import { currentBalance } from '../../../services/ledger';
import { livePage } from '../../../services/live-page';
import { cancelDeletion, type Deletion, requestDeletion } from '../../../services/personal-data';
import { renewSession } from '../../../services/riders';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import {
  type ClosingView,
  closingQuestion,
  closingStops,
  type Loss,
  lossesOf,
  viewClosing,
} from '../../../views/closing';
import { type FailureView, viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    stops: closingStops,
    /** State: whether it was asked for is never told from a stored copy, since it may have changed elsewhere. */
    state: 'loading' as 'loading' | 'failed' | 'known',
    isUnderstood: false,
    isBusy: false,
    /** Whether the closing has been called off here: said until the page is left, since a toast is easily missed. */
    isStaying: false,
    failure: null as FailureView | null,
    /** Server. */
    closing: null as ClosingView | null,
    losses: [] as Loss[],
  },

  onShow() {
    void this.refresh();
  },

  ...renewedPage,

  async refresh() {
    try {
      const [session, balance, cards] = await Promise.all([
        renewSession(),
        currentBalance().catch(() => null),
        listBindings().catch(() => null),
      ]);
      this.setData({
        losses: lossesOf({ balance: balance?.data.balance ?? null, cards: cards?.data.length ?? null }),
        failure: null,
      });
      this.show(session.deletion);
    } catch (error) {
      const state = this.data.state === 'known' ? 'known' : 'failed';
      this.setData({ state, failure: viewFailure(serviceErrorOf(error)) });
    }
  },

  show(deletion: Deletion | null) {
    this.setData({ state: 'known', closing: viewClosing(deletion, Date.now()), isUnderstood: false });
  },

  onUnderstoodTap() {
    this.setData({ isUnderstood: !this.data.isUnderstood });
  },

  /** Runs one change at a time; what went wrong is said beside the button. */
  async change(work: () => Promise<void>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, failure: null });
    try {
      await work();
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  onClosePress() {
    return this.change(async () => {
      const isSure = await askBeforeLoss({
        title: '确定注销账户？',
        content: closingQuestion,
        confirmText: '申请注销',
        cancelText: '再想想',
      });
      if (!isSure) return;
      this.show(await requestDeletion());
      this.setData({ isStaying: false });
      wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    });
  },

  onStayPress() {
    return this.change(async () => {
      await cancelDeletion();
      this.show(null);
      this.setData({ isStaying: true });
      wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    });
  },

  onExportPress() {
    wx.navigateTo({ url: routes.exportData });
  },
});
