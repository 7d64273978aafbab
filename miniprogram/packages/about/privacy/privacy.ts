import { listBindings } from '../../../services/bindings';
import { countUnread } from '../../../services/inbox';
import { renewSession, withdrawConsent } from '../../../services/riders';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { type FailureView, viewFailure } from '../../../views/failure';
import { POLICY_VERSION } from '../../../views/privacy-policy';
import { routes } from '../../../views/routes';
import { type StoredData, storedData, withdrawalQuestion } from '../../../views/stored-data';

Page({
  data: {
    theme: currentTheme(),
    /** Display. */
    policyVersion: POLICY_VERSION,
    consequences: withdrawalQuestion,
    /** Server: null until it is known. */
    stored: null as StoredData[] | null,
    isGiven: false,
    /** State. */
    isBusy: false,
    failure: null as FailureView | null,
  },

  onShow() {
    this.setData({ theme: currentTheme() });
    this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    wx.stopPullDownRefresh();
  },

  async refresh() {
    try {
      const { consent } = await renewSession();
      const [bindings, notices] = await Promise.all([listBindings(), countUnread()]);
      const stored = storedData({ cards: bindings.data.length, notices });
      this.setData({ stored, isGiven: consent.given, failure: null });
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    }
  },

  onPolicyPress() {
    wx.navigateTo({ url: routes.consent });
  },

  async onWithdrawPress() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    try {
      const answer = await wx.showModal({
        title: '撤回同意？',
        content: withdrawalQuestion,
        confirmText: '撤回',
        cancelText: '不撤回',
      });
      if (!answer.confirm) return;
      await withdrawConsent();
      wx.showToast({ title: '已撤回同意', icon: 'none' });
      await this.refresh();
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isBusy: false });
    }
  },
});
