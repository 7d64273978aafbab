import { livePage } from '../../../services/live-page';
import { hasLeftOnboarding } from '../../../services/onboarding-memory';
import { giveConsent, session } from '../../../services/riders';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { type FailureView, viewFailure } from '../../../views/failure';
import { POLICY_VERSION, policySections } from '../../../views/privacy-policy';
import { routes } from '../../../views/routes';

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    sections: policySections,
    version: POLICY_VERSION,
    /** Server: agreed to already, so there is nothing to ask. */
    isGiven: false,
    /** State. */
    isBusy: false,
    failure: null as FailureView | null,
  },

  onShow() {
    this.readConsent();
  },

  async readConsent() {
    try {
      const { consent } = await session();
      this.setData({ isGiven: consent.given });
    } catch {
      // The text can be read without a server; agreeing will say what is wrong.
    }
  },

  async onAgree() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, failure: null });
    try {
      await giveConsent(POLICY_VERSION);
      if (hasLeftOnboarding()) this.onLookPress();
      else wx.redirectTo({ url: routes.onboarding });
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  /** Back to where the rider came from, with consent or reading on without it. */
  onLookPress() {
    if (getCurrentPages().length > 1) wx.navigateBack();
    else wx.switchTab({ url: routes.home });
  },
});
