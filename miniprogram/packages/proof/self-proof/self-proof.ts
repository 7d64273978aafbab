import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { type FailureView, viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { type ProofProgress, proveOwnAccount, type Stage } from '../services/own-proof';
import { limits, passedCount, type VerdictView, viewProgress, viewVerdict } from '../views/own-proof';

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    limits,
    /** State. */
    isRunning: false,
    stations: viewProgress(null, {}),
    verdict: null as VerdictView | null,
    failure: null as FailureView | null,
  },

  /** Somebody has left the page, or wants no more of it. */
  isWanted: true,

  onLoad() {
    void this.check();
  },

  onUnload() {
    this.isWanted = false;
  },

  onReconnect() {
    if (this.data.failure !== null) void this.check();
  },

  async check() {
    if (this.data.isRunning) return;
    this.isWanted = true;
    const counts: Partial<Record<Stage, string>> = {};
    this.setData({ isRunning: true, verdict: null, failure: null, stations: viewProgress(null, {}) });
    const show = (progress: ProofProgress): boolean => {
      counts[progress.stage] = passedCount(progress);
      if (this.isWanted) this.setData({ stations: viewProgress(progress, counts) });
      return this.isWanted;
    };
    try {
      const verdict = viewVerdict(await proveOwnAccount(show), Date.now());
      this.setData({ verdict, stations: verdict.stations });
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isRunning: false });
    }
  },

  onCheckTap() {
    void this.check();
  },

  onStopTap() {
    this.isWanted = false;
  },

  onOpenLedgerTap() {
    wx.navigateTo({ url: routes.openLedger });
  },

  onProvenanceTap() {
    wx.navigateTo({ url: routes.provenance });
  },
});
