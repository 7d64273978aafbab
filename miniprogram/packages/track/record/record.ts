import { askBeforeLoss } from '../../../services/ask-before-loss';
import { livePage } from '../../../services/live-page';
import { session } from '../../../services/riders';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { type FailureView, viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { drawWay, sheetOf } from '../draw-way';
import { currentRecorder, putDown, type Recorder, takeUp } from '../services/recorder';
import {
  agreeToNotice,
  beginTrack,
  discardTrack,
  finishTrack,
  type OpenTrack,
  trackState,
  withdrawNotice,
} from '../services/tracks';
import { ADULT_NOTE, NOTICE_VERSION, noticePoints } from '../views/notice';
import { discardQuestion, leftText, recordSteps, withdrawQuestion } from '../views/record-words';
import { durationText, kilometresText, LiveMeasure } from '../views/track';

const TICK_MS = 1_000;
/** The line is drawn so often at most; more nobody sees. */
const DRAWN_EVERY_MS = 250;

type State = 'loading' | 'consent' | 'notice' | 'ready' | 'left' | 'recording' | 'paused' | 'sending';

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    noticePoints,
    adultNote: ADULT_NOTE,
    steps: recordSteps,
    /** State. */
    state: 'loading' as State,
    isBusy: false,
    failure: null as FailureView | null,
    /** WeChat may not use the position, and only its settings change that. */
    isDenied: false,
    /** Server: a track that was left open, by a phone that broke down or another one. */
    left: '',
    /** Server: where the last result is; empty without one. */
    lastUrl: '',
    /** Recording. */
    kilometres: '0.00',
    duration: '0:00',
    hasLine: false,
  },

  recorder: null as Recorder | null,
  open: null as OpenTrack | null,
  measure: new LiveMeasure(),
  measured: 0,
  tickTimer: 0,
  drawTimer: 0,

  onShow() {
    this.tickTimer = setInterval(() => this.tick(), TICK_MS);
    const { state } = this.data;
    if (state === 'loading' || state === 'consent') void this.start();
  },

  onHide() {
    clearInterval(this.tickTimer);
  },

  /** The recording goes on; whoever comes back finds it as it is. */
  onUnload() {
    clearInterval(this.tickTimer);
    clearTimeout(this.drawTimer);
    if (this.recorder !== null) this.recorder.onPassed = null;
  },

  onReconnect() {
    if (this.data.failure !== null) void this.start();
  },

  async start() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, failure: null });
    try {
      const recorder = currentRecorder();
      if (recorder) this.follow(recorder);
      else await this.look();
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  async look() {
    const { consent } = await session();
    if (!consent.given) return this.setData({ state: 'consent' });
    const { consent: notice, open, lastTrackId } = await trackState();
    this.open = open;
    this.setData({ lastUrl: lastTrackId === null ? '' : routes.trackResult(lastTrackId) });
    if (!notice.given) return this.setData({ state: 'notice' });
    if (open === null) return this.setData({ state: 'ready' });
    this.setData({ state: 'left', left: leftText(open, Date.now()) });
  },

  /** Shows what that recorder records, from its beginning on this phone. */
  follow(recorder: Recorder) {
    this.recorder = recorder;
    this.measure = new LiveMeasure();
    this.measured = 0;
    recorder.onPassed = () => this.drawSoon();
    this.setData({ state: recorder.isPaused ? 'paused' : 'recording', hasLine: false });
    this.drawSoon();
    this.tick();
  },

  tick() {
    const { recorder } = this;
    if (recorder === null || (this.data.state !== 'recording' && this.data.state !== 'paused')) return;
    const { passed } = recorder;
    for (; this.measured < passed.length; this.measured += 1) this.measure.add(passed[this.measured]!);
    this.setData({
      kilometres: kilometresText(this.measure.metres),
      duration: durationText(recorder.elapsedMs()),
    });
  },

  drawSoon() {
    if (this.drawTimer !== 0) return;
    this.drawTimer = setTimeout(() => {
      this.drawTimer = 0;
      void this.draw();
    }, DRAWN_EVERY_MS);
  },

  async draw() {
    const passed = this.recorder?.passed ?? [];
    if (passed.length > 1 && !this.data.hasLine) this.setData({ hasLine: true });
    const canvas = passed.length > 1 ? await sheetOf(this, '#way') : null;
    if (canvas) drawWay(canvas.pen, canvas.sheet, passed);
  },

  async onAgreePress() {
    await this.act(async () => {
      await agreeToNotice(NOTICE_VERSION);
      await this.look();
    });
  },

  async onStartPress() {
    await this.act(async () => this.record(await beginTrack()));
  },

  async onGoOnPress() {
    const { open } = this;
    if (open !== null) await this.act(() => this.record(open));
  },

  async record(open: OpenTrack) {
    const recorder = takeUp(open);
    try {
      await recorder.resume();
    } catch {
      this.open = open;
      this.setData({ state: 'ready', isDenied: true });
      return;
    }
    this.setData({ isDenied: false });
    this.follow(recorder);
    wx.vibrateShort({ type: 'light' }).catch(() => undefined);
  },

  onPausePress() {
    this.recorder?.pause();
    this.setData({ state: 'paused' });
  },

  async onResumePress() {
    await this.act(async () => {
      await this.recorder?.resume();
      this.setData({ state: 'recording' });
    });
  },

  /** Whatever was left of an earlier phone is judged as it is. */
  async onJudgeLeftPress() {
    if (this.open !== null) takeUp(this.open);
    await this.onFinishPress();
  },

  async onFinishPress() {
    const recorder = currentRecorder();
    if (recorder === null || this.data.isBusy) return;
    const before = this.data.state;
    this.setData({ isBusy: true, state: 'sending' });
    try {
      const segments = await recorder.end();
      await finishTrack(recorder.trackId, segments);
      putDown();
      this.recorder = null;
      wx.redirectTo({ url: routes.trackResult(recorder.trackId) });
    } catch (error) {
      this.setData({ state: before === 'left' ? 'left' : 'paused' });
      wx.showToast({ title: serviceErrorOf(error).message, icon: 'none', duration: 3_000 });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  async onDiscardPress() {
    const trackId = this.recorder?.trackId ?? this.open?.trackId;
    if (!trackId || !(await askBeforeLoss(discardQuestion))) return;
    await this.act(async () => {
      await discardTrack(trackId);
      putDown();
      this.recorder = null;
      await this.look();
    });
  },

  async onWithdrawPress() {
    if (!(await askBeforeLoss(withdrawQuestion))) return;
    await this.act(async () => {
      await withdrawNotice();
      putDown();
      await this.look();
    });
  },

  /** Does one thing at a time and says what went wrong. */
  async act(work: () => Promise<unknown>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    try {
      await work();
    } catch (error) {
      wx.showToast({ title: serviceErrorOf(error).message, icon: 'none', duration: 3_000 });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  onSettingsPress() {
    wx.openSetting({ success: () => this.setData({ isDenied: false }) });
  },

  onConsentPress() {
    wx.navigateTo({ url: routes.consent });
  },
});
