import { readPage } from '../../../pages/renewed-page';
import { livePage } from '../../../services/live-page';
import { type Methodology, methodology } from '../../../services/rides';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import type { FailureView } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { storedNote } from '../../../views/stored-copy';
import { ownGrams } from '../services/own-grams';
import { type ProvenanceView, viewProvenance } from '../views/provenance';

/** The factor sets by their names; none where they cannot be read, as the page says enough without. */
const knownSets = (): Promise<Methodology['sets']> =>
  methodology().then(
    read => read.data.sets,
    () => [],
  );

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
    const [read, sets] = await Promise.all([ownGrams(), knownSets()]);
    return {
      provenance: viewProvenance(read.data, sets, beijingDay(Date.now())),
      storedNote: storedNote(read, Date.now()),
    };
  },

  onTripsTap() {
    wx.switchTab({ url: routes.trips });
  },
});
