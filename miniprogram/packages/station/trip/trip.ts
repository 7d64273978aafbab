import { livePage } from '../../../services/live-page';
import { session } from '../../../services/riders';
import { ServiceError, serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { askForTrips } from '../../../services/trips-segment';
import { type FailureView, viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { ScanError, scanStation } from '../services/scan-station';
import {
  agreeToScans,
  discardTrip,
  enterBy,
  leaveBy,
  type OpenTrip,
  readStationState,
  type StationScan,
  type StationState,
  withdrawFromScans,
} from '../services/station-trips';
import {
  consentFacts,
  type EndedTripView,
  forgottenText,
  type OpenTripView,
  refusalText,
  scanFailureTexts,
  scanStops,
  viewEndedTrip,
  viewOpenTrip,
} from '../views/station-trip';

const TICK_MS = 15_000;

/** Why a scan did not count, under the button. */
interface ScanProblem {
  text: string;
  /** The same scan can be sent again: nobody knows whether it arrived. */
  canResend: boolean;
  canOpenSettings: boolean;
}

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    stops: scanStops,
    consentFacts,
    /** Server: what there is to do here. */
    state: 'loading' as 'loading' | 'guideline' | 'consent' | 'ready' | 'open' | 'ended',
    open: null as OpenTripView | null,
    forgotten: '',
    ended: null as EndedTripView | null,
    /** State. */
    isBusy: false,
    problem: null as ScanProblem | null,
    failure: null as FailureView | null,
  },

  /** What is not drawn. */
  openTrip: null as OpenTrip | null,
  lastScan: null as StationScan | null,
  tickTimer: 0,

  onShow() {
    this.tickTimer = setInterval(() => this.tick(), TICK_MS);
    if (this.data.state !== 'ended' && !this.data.isBusy) void this.load();
  },

  onHide() {
    clearInterval(this.tickTimer);
  },

  onUnload() {
    clearInterval(this.tickTimer);
  },

  onReconnect() {
    if (this.data.failure !== null) void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load() {
    try {
      const [{ consent }, state] = await Promise.all([session(), readStationState()]);
      this.showState(consent.given, state);
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    }
  },

  showState(given: boolean, { agreed, open, forgotten }: StationState) {
    this.openTrip = open;
    const ready = open === null ? ('ready' as const) : ('open' as const);
    const agreedState = agreed ? ready : ('consent' as const);
    this.setData({
      state: given ? agreedState : ('guideline' as const),
      open: open && viewOpenTrip(open, Date.now()),
      forgotten: forgotten === null ? '' : forgottenText(forgotten),
      failure: null,
    });
  },

  tick() {
    if (this.openTrip !== null && this.data.state === 'open')
      this.setData({ open: viewOpenTrip(this.openTrip, Date.now()) });
  },

  async onAgreePress() {
    await this.run(async () => {
      await agreeToScans();
      this.setData({ state: 'ready' });
    });
  },

  /** A second tap while one is under way does nothing. */
  async run(work: () => Promise<void>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, problem: null });
    try {
      await work();
    } catch (error) {
      await this.explain(error);
    } finally {
      this.setData({ isBusy: false });
    }
  },

  async onScanPress() {
    await this.run(async () => {
      this.lastScan = await scanStation();
      await this.send(this.lastScan);
    });
  },

  async onResendPress() {
    const scan = this.lastScan;
    if (scan !== null) await this.run(() => this.send(scan));
  },

  async send(scan: StationScan) {
    if (this.data.state === 'open') {
      this.setData({ state: 'ended', ended: viewEndedTrip(await leaveBy(scan)), open: null });
      this.openTrip = null;
    } else {
      this.openTrip = await enterBy(scan);
      this.setData({ state: 'open', open: viewOpenTrip(this.openTrip, Date.now()), forgotten: '' });
    }
    wx.pageScrollTo({ scrollTop: 0, duration: 0 });
    wx.vibrateShort({ type: 'light' }).catch(() => undefined);
  },

  /** What went wrong, with what can be done about it; where the server knows better how things stand, it is asked. */
  async explain(thrown: unknown) {
    if (thrown instanceof ScanError) {
      const text = scanFailureTexts[thrown.failure];
      const canOpenSettings = thrown.failure === 'not-allowed';
      this.setData({ problem: text === '' ? null : { text, canResend: false, canOpenSettings } });
      return;
    }
    const error = thrown instanceof ServiceError ? thrown : serviceErrorOf(thrown);
    const canResend = error.isUndecided && this.lastScan !== null;
    if (!canResend) await this.load();
    this.setData({ problem: { text: refusalText(error), canResend, canOpenSettings: false } });
  },

  onSettingsPress() {
    wx.openSetting();
  },

  async onDiscardPress() {
    const answer = await wx.showModal({
      title: '作废这一趟？',
      content: '这一趟不会记上，之后可以重新扫码进站。',
      confirmText: '作废',
      cancelText: '再想想',
    });
    if (answer.confirm) await this.discard();
  },

  async discard() {
    await this.run(async () => {
      await discardTrip();
      this.openTrip = null;
      this.setData({ state: 'ready', open: null, forgotten: '' });
    });
  },

  async onWithdrawPress() {
    const answer = await wx.showModal({
      title: '撤回位置同意？',
      content: '进行中的那一趟会删除，之后不能扫码乘车。已经发的积分不变。',
      confirmText: '撤回',
      cancelText: '再想想',
    });
    if (!answer.confirm) return;
    await this.run(async () => {
      await withdrawFromScans();
      this.openTrip = null;
      this.setData({ state: 'consent', open: null, forgotten: '' });
    });
  },

  onAgainPress() {
    this.setData({ state: 'ready', ended: null });
  },

  onGuidelinePress() {
    wx.navigateTo({ url: routes.consent });
  },

  onTripsPress() {
    askForTrips('own');
    wx.switchTab({ url: routes.trips });
  },

  onBindPress() {
    wx.navigateTo({ url: routes.bindCard });
  },
});
