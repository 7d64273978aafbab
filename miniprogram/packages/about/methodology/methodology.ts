import { livePage } from '../../../services/live-page';
import { methodology } from '../../../services/rides';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { type FailureView, viewFailure } from '../../../views/failure';
import { type MethodologyView, viewMethodology } from '../../../views/methodology';
import { routes } from '../../../views/routes';
import { storedNote } from '../../../views/stored-copy';

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    openLedgerUrl: routes.openLedger,
    /** Server: null until it is known. */
    methodology: null as MethodologyView | null,
    storedNote: '',
    /** State. */
    failure: null as FailureView | null,
  },

  onLoad() {
    this.refresh();
  },

  onReconnect() {
    if (this.data.failure !== null || this.data.storedNote !== '') this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    wx.stopPullDownRefresh();
  },

  async refresh() {
    try {
      const read = await methodology();
      this.setData({
        methodology: viewMethodology(read.data),
        storedNote: storedNote(read, Date.now()),
        failure: null,
      });
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    }
  },
});
