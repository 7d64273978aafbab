import { readPage } from '../../../pages/renewed-page';
import { livePage } from '../../../services/live-page';
import { methodology } from '../../../services/rides';
import { currentTheme } from '../../../services/settings';
import type { FailureView } from '../../../views/failure';
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

  ...readPage,

  async readData() {
    const read = await methodology();
    return {
      methodology: viewMethodology(read.data),
      storedNote: storedNote(read, Date.now()),
    };
  },
});
