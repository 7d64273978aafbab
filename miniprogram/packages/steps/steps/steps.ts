import { renewedPage } from '../../../pages/renewed-page';
import { askBeforeLoss } from '../../../services/ask-before-loss';
import { livePage } from '../../../services/live-page';
import { session } from '../../../services/riders';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import {
  agreeToSteps,
  askWeChat,
  readSteps,
  type StepsState,
  stopSteps,
  syncSteps,
} from '../../../services/steps';
import { type FailureView, viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import {
  DAYS_SHOWN,
  paidText,
  STEPS_VERSION,
  type StepsView,
  stepsTerms,
  viewSteps,
} from '../../../views/steps';
import { storedNote } from '../../../views/stored-copy';

const stopping = {
  title: '停止读取步数？',
  content: '存下的步数马上删除，今天和以前的步数以后不再计算。已经给的积分不收回。',
  confirmText: '停止',
  cancelText: '不停',
};

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    terms: stepsTerms,
    daysShown: DAYS_SHOWN,
    isUnfolded: false,
    /** Server: null until it is known. */
    steps: null as StepsView | null,
    isAgreed: false,
    /** Server: the guideline comes first. */
    needsGuideline: false,
    storedNote: '',
    /** Form. */
    isFourteen: false,
    isChildShown: false,
    /** State. */
    paid: '',
    isDenied: false,
    isBusy: false,
    failure: null as FailureView | null,
  },

  onShow() {
    void this.refresh();
  },

  ...renewedPage,

  async refresh() {
    try {
      const [read, signedIn] = await Promise.all([readSteps(), session().catch(() => null)]);
      this.show(read.data);
      const needsGuideline = signedIn !== null && !signedIn.consent.given;
      this.setData({ needsGuideline, storedNote: storedNote(read, Date.now()), failure: null });
      if (read.data.consent.given && !read.isStored) await this.collect();
    } catch (error) {
      this.fail(error);
    }
  },

  show(state: StepsState) {
    this.setData({ steps: viewSteps(state, Date.now()), isAgreed: state.consent.given });
  },

  fail(error: unknown) {
    this.setData({ failure: viewFailure(serviceErrorOf(error)) });
  },

  /** Has what is new paid: WeChat renews its counts only when its owner opens a program that asks. */
  async collect() {
    const access = await askWeChat();
    if (access.cloudId === null) {
      this.setData({ isDenied: access.isDenied });
      if (!access.isDenied) wx.showToast({ title: '没有读到微信步数', icon: 'none' });
      return;
    }
    const state = await syncSteps(access.cloudId);
    this.show(state);
    this.setData({ isDenied: false, paid: paidText(state) });
  },

  onFourteenTap() {
    this.setData({ isFourteen: !this.data.isFourteen, isChildShown: false });
  },

  onChildTap() {
    this.setData({ isChildShown: !this.data.isChildShown, isFourteen: false });
  },

  onGuidelinePress() {
    wx.navigateTo({ url: routes.consent });
  },

  async onAgreePress() {
    await this.busily(async () => {
      await agreeToSteps(STEPS_VERSION);
      await this.refresh();
    });
  },

  async onStopTap() {
    if (!(await askBeforeLoss(stopping))) return;
    await this.busily(async () => {
      await stopSteps();
      this.setData({ paid: '', isFourteen: false });
      await this.refresh();
    });
  },

  async busily(work: () => Promise<void>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, failure: null });
    try {
      await work();
    } catch (error) {
      this.fail(error);
    } finally {
      this.setData({ isBusy: false });
    }
  },

  /** WeChat remembers a refusal and does not ask again: its own settings do. */
  async onSettingPress() {
    const { authSetting } = await wx.openSetting();
    if (authSetting['scope.werun'] === true) await this.refresh();
  },

  onMoreTap() {
    this.setData({ isUnfolded: !this.data.isUnfolded });
  },
});
