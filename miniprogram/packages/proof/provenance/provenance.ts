import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { type FailureView, viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { storedNote } from '../../../views/stored-copy';
import { ownGrams } from '../services/own-grams';
import { type ProvenanceView, viewProvenance } from '../views/provenance';

livePage({
  data: {
    theme: currentTheme(),
    /** Server: null until it is known. */
    provenance: null as ProvenanceView | null,
    storedNote: '',
    /** State. */
    failure: null as FailureView | null,
  },

  onLoad() {
    void this.refresh();
  },

  onReconnect() {
    if (this.data.failure !== null || this.data.storedNote !== '') void this.refresh();
  },

  async onPullDownRefresh() {
    await this.refresh();
    wx.stopPullDownRefresh();
  },

  async refresh() {
    try {
      const read = await ownGrams();
      this.setData({
        provenance: viewProvenance(read.data, beijingDay(Date.now())),
        storedNote: storedNote(read, Date.now()),
        failure: null,
      });
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    }
  },

  onTripsTap() {
    wx.switchTab({ url: routes.trips });
  },
});
