import { readPage } from '../../../pages/renewed-page';
import { askBeforeLoss } from '../../../services/ask-before-loss';
import { livePage } from '../../../services/live-page';
import { myData } from '../../../services/my-data';
import { withdrawConsent } from '../../../services/riders';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { type FailureView, viewFailure } from '../../../views/failure';
import { leavingText } from '../../../views/leaving';
import { POLICY_VERSION } from '../../../views/privacy-policy';
import { routes } from '../../../views/routes';
import { storedNote } from '../../../views/stored-copy';
import { withdrawalQuestion } from '../../../views/withdrawal';

const links = { kept: routes.keptData, export: routes.exportData, closing: routes.closeAccount };

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    policyVersion: POLICY_VERSION,
    consequences: withdrawalQuestion,
    links,
    /** Server. */
    isKnown: false,
    isGiven: false,
    /** That the account is about to be closed; empty when it is not. */
    leaving: '',
    storedNote: '',
    /** State. */
    isBusy: false,
    failure: null as FailureView | null,
  },

  onShow() {
    this.refresh();
  },

  ...readPage,

  async readData() {
    const read = await myData();
    const { isConsentGiven, deletion } = read.data;
    return {
      isKnown: true,
      leaving: leavingText(deletion, Date.now()),
      isGiven: isConsentGiven,
      storedNote: storedNote(read, Date.now()),
    };
  },

  onClosingOpen() {
    wx.navigateTo({ url: routes.closeAccount });
  },

  onPolicyPress() {
    wx.navigateTo({ url: routes.consent });
  },

  async onWithdrawPress() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    try {
      const isSure = await askBeforeLoss({
        title: '撤回同意？',
        content: withdrawalQuestion,
        confirmText: '撤回',
        cancelText: '不撤回',
      });
      if (!isSure) return;
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
