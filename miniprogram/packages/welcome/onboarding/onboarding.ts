import { livePage } from '../../../services/live-page';
import { rememberOnboardingLeft } from '../../../services/onboarding-memory';
import { recordOnboarding } from '../../../services/riders';
import { currentTheme } from '../../../services/settings';
import {
  comparisonSource,
  exampleComparison,
  onboardingExample,
  onboardingSteps,
  verificationStops,
} from '../../../views/onboarding';
import { routes } from '../../../views/routes';

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    steps: onboardingSteps,
    example: onboardingExample(),
    comparison: exampleComparison,
    comparisonSource,
    stops: verificationStops,
    /** State: which step is shown. */
    index: 0,
    isLeaving: false,
  },

  onLoad() {
    this.record('seen');
  },

  onShow() {
    this.setData({ isLeaving: false });
  },

  record(action: 'seen' | 'skipped' | 'done') {
    const { steps, index } = this.data;
    recordOnboarding({ step: steps[index]!.step, action });
  },

  onNextPress() {
    this.leaveStep('done', routes.bindCard);
  },

  onSkipPress() {
    this.leaveStep('skipped', routes.home);
  },

  /** On to the next step, or from the last one to where its end leads. */
  leaveStep(action: 'skipped' | 'done', end: string) {
    if (this.data.isLeaving) return;
    this.record(action);
    const index = this.data.index + 1;
    if (index < this.data.steps.length) {
      this.setData({ index });
      this.record('seen');
      return;
    }
    this.setData({ isLeaving: true });
    rememberOnboardingLeft();
    if (end === routes.home) wx.switchTab({ url: end });
    else wx.redirectTo({ url: end });
  },
});
