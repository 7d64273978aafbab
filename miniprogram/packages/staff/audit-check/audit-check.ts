import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import type { FailureView } from '../../../views/failure';
import { failureOf } from '../failure-of';
import { checkAudit } from '../services/audit-chains';
import { type CheckVerdict, type ProgressView, viewProgress, viewVerdict } from '../views/audit-check';

livePage({
  data: {
    theme: currentTheme(),
    /** State. */
    isRunning: false,
    progress: null as ProgressView | null,
    verdict: null as CheckVerdict | null,
    failure: null as FailureView | null,
  },

  /** Somebody has left the page, or wants no more of it. */
  isWanted: true,

  onUnload() {
    this.isWanted = false;
  },

  async onStart() {
    if (this.data.isRunning) return;
    this.isWanted = true;
    this.setData({ isRunning: true, progress: null, verdict: null, failure: null });
    try {
      const result = await checkAudit(soFar => {
        if (this.isWanted) this.setData({ progress: viewProgress(soFar) });
        return this.isWanted;
      });
      this.setData({ progress: viewProgress(result), verdict: viewVerdict(result) });
    } catch (error) {
      this.setData({ failure: failureOf(error) });
    } finally {
      this.setData({ isRunning: false });
    }
  },

  onStop() {
    this.isWanted = false;
  },
});
