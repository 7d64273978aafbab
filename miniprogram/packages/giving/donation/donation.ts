import { type Donation, donate, readGiving } from '../../../services/giving';
import { currentBalance } from '../../../services/ledger';
import { livePage } from '../../../services/live-page';
import { session } from '../../../services/riders';
import { type ServiceError, serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { viewBalance } from '../../../views/balance';
import {
  availableOf,
  type Choice,
  type DonationForm,
  type DonationFormView,
  firstForm,
  stepped,
  viewForm,
  withinBounds,
} from '../../../views/donation-form';
import { type FailureView, viewFailure } from '../../../views/failure';
import {
  donationStops,
  exampleNote,
  type FundView,
  type HeldDonationView,
  stoppedNote,
  viewFund,
  viewHeld,
} from '../../../views/giving';
import { routes } from '../../../views/routes';
import { takeBack } from '../take-back';

const TICK_MS = 1_000;

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    exampleNote,
    stops: donationStops,
    /** Server: what there is to do here. */
    state: 'loading' as 'loading' | 'gone' | 'empty' | 'debt' | 'consent' | 'form' | 'held',
    fund: null as FundView | null,
    debt: '',
    /** Server: why nothing can be given now, empty while it can. */
    stopped: '',
    /** Form. */
    form: null as DonationFormView | null,
    /** Server: what was given just now. */
    held: null as HeldDonationView | null,
    /** State. */
    isBusy: false,
    failure: null as FailureView | null,
  },

  /** What is not drawn. */
  fundId: '',
  chosen: null as DonationForm | null,
  donation: null as Donation | null,
  tickTimer: 0,

  onLoad({ fundId = '' }: Record<string, string | undefined>) {
    this.fundId = decodeURIComponent(fundId);
  },

  onShow() {
    this.tickTimer = setInterval(() => this.tick(), TICK_MS);
    if (this.data.state === 'loading' || this.data.state === 'consent') void this.start();
  },

  onHide() {
    clearInterval(this.tickTimer);
  },

  onUnload() {
    clearInterval(this.tickTimer);
  },

  onReconnect() {
    if (this.data.failure !== null) void this.start();
  },

  async start() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    try {
      const [{ consent }, giving, { data }] = await Promise.all([session(), readGiving(), currentBalance()]);
      const found = giving.data.funds.find(one => one.fundId === this.fundId);
      const fund = found ? viewFund(found) : null;
      const { debt } = viewBalance(data.balance);
      this.chosen = firstForm(data.balance);
      const open = this.openState({ fund, isGiven: consent.given, debt });
      const stopped = giving.data.givingGoesOn ? '' : stoppedNote;
      this.setData({ ...open, debt, fund, stopped, failure: null });
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  /** What stands in the way of giving, in the order in which it is met; else the form. */
  openState({ fund, isGiven, debt }: { fund: FundView | null; isGiven: boolean; debt: string }) {
    const isExample = fund?.isExample ?? false;
    const form = viewForm(this.chosen!, isExample, Date.now());
    if (fund === null) return { state: 'gone' as const };
    if (debt !== '') return { state: 'debt' as const };
    if (form.available === 0) return { state: 'empty' as const };
    return isGiven ? { state: 'form' as const, form } : { state: 'consent' as const };
  },

  choose(change: Partial<DonationForm>) {
    if (this.chosen === null || this.data.isBusy) return;
    const next = { ...this.chosen, ...change };
    const amount = withinBounds(next.amount, availableOf(next.balance, next.choice));
    this.chosen = { ...next, amount };
    this.setData({ form: viewForm(this.chosen, this.data.fund?.isExample ?? false, Date.now()) });
  },

  stepBy(direction: 1 | -1) {
    const { form } = this.data;
    if (form !== null) this.choose({ amount: stepped(form.amount, form.step, direction) });
  },

  onLessTap() {
    this.stepBy(-1);
  },

  onMoreTap() {
    this.stepBy(1);
  },

  onQuickTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.choose({ amount: currentTarget.dataset.amount as number });
  },

  onChoiceTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.choose({ choice: currentTarget.dataset.choice as Choice });
  },

  async onGivePress() {
    if (this.chosen === null || this.data.isBusy || this.data.stopped !== '') return;
    const { choice, amount } = this.chosen;
    this.setData({ isBusy: true });
    try {
      const kind = choice === 'both' ? {} : { kind: choice };
      this.donation = await donate({ fundId: this.fundId, amount, ...kind });
      this.setData({ state: 'held', held: viewHeld(this.donation, Date.now()), failure: null });
      wx.pageScrollTo({ scrollTop: 0, duration: 0 });
      wx.vibrateShort({ type: 'light' }).catch(() => undefined);
    } catch (error) {
      this.refused(serviceErrorOf(error));
    } finally {
      this.setData({ isBusy: false });
    }
  },

  /** What was chosen stays; where the balance was not what it was any more, it is read again. */
  refused(error: ServiceError) {
    wx.showToast({ title: error.message, icon: 'none', duration: 3_000 });
    if (error.code === 'INSUFFICIENT_CREDITS' || error.code === 'DEBT_FIRST')
      this.setData({ state: 'loading' });
    if (error.code === 'PAYING_OUT_STOPPED') this.setData({ stopped: stoppedNote });
    if (this.data.state === 'loading') setTimeout(() => void this.start(), 0);
  },

  tick() {
    if (this.donation !== null) this.setData({ held: viewHeld(this.donation, Date.now()) });
  },

  async onBack() {
    if (this.donation === null || this.data.isBusy) return;
    this.setData({ isBusy: true });
    try {
      await takeBack(this.donation.donationId);
      this.onDonePress();
    } catch (error) {
      wx.showToast({ title: serviceErrorOf(error).message, icon: 'none' });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  /** Back to the list of funds, wherever this page was opened from. */
  onDonePress() {
    if (getCurrentPages().length > 1) wx.navigateBack();
    else wx.redirectTo({ url: routes.funds });
  },

  onOthersPress() {
    this.onDonePress();
  },

  onHomePress() {
    wx.switchTab({ url: routes.home });
  },

  onStatementPress() {
    wx.navigateTo({ url: routes.statement });
  },

  onConsentPress() {
    wx.navigateTo({ url: routes.consent });
  },
});
