import { readPage } from '../../../pages/renewed-page';
import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import type { FailureView } from '../../../views/failure';
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

  ...readPage,

  async readData() {
    const read = await ownGrams();
    return {
      provenance: viewProvenance(read.data, beijingDay(Date.now())),
      storedNote: storedNote(read, Date.now()),
    };
  },

  onTripsTap() {
    wx.switchTab({ url: routes.trips });
  },
});
