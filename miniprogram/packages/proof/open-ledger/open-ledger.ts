import { readPage } from '../../../pages/renewed-page';
import { livePage } from '../../../services/live-page';
import { rememberRoots, seenRoots } from '../../../services/proof-memory';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { type FailureView, viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { storedNote } from '../../../views/stored-copy';
import { checkSeals } from '../services/checks/seen-roots';
import { openLedger, sealsBefore } from '../services/public-seals';
import { ownFaultText } from '../views/fault-text';
import { type OpenLedgerView, type SealView, viewOpenLedger, viewSeal } from '../views/open-ledger';

/** So many are shown until somebody asks for all. */
const SEALS_FIRST = 3;

livePage({
  data: {
    theme: currentTheme(),
    /** Server: null until it is known. */
    ledger: null as OpenLedgerView | null,
    seals: [] as SealView[],
    /** Server: the day before which there are more seals; null where there are none. */
    before: null as string | null,
    storedNote: '',
    /** Phone: what is wrong with the roots by what it has seen before; empty when nothing is. */
    sealsFault: '',
    /** State. */
    failure: null as FailureView | null,
    isReadingSeals: false,
    sealsFailure: '',
  },

  onLoad() {
    void this.refresh();
  },

  ...readPage,

  async readData() {
    const read = await openLedger();
    const seen = seenRoots();
    const today = beijingDay(Date.now());
    const { seals } = read.data;
    // A stored copy lacks the seals that were seen since.
    const fault = read.isStored ? null : checkSeals(seals, seen);
    const sealsFault = fault === null ? '' : ownFaultText(fault, today);
    const shown = {
      ledger: viewOpenLedger(read.data, Date.now(), sealsFault),
      seals: seals.slice(0, SEALS_FIRST).map(seal => viewSeal(seal, seen, today)),
      before: seals[SEALS_FIRST - 1]?.day ?? null,
      sealsFault,
      storedNote: storedNote(read, Date.now()),
    };
    if (fault === null) rememberRoots(seals);
    return shown;
  },

  async onMoreSeals() {
    if (this.data.isReadingSeals) return;
    this.setData({ isReadingSeals: true, sealsFailure: '' });
    try {
      const { seals, nextBefore } = await sealsBefore(this.data.before);
      const seen = seenRoots();
      const today = beijingDay(Date.now());
      const further = seals.map(seal => viewSeal(seal, seen, today));
      this.setData({ seals: [...this.data.seals, ...further], before: nextBefore });
      rememberRoots(seals);
    } catch (error) {
      this.setData({ sealsFailure: viewFailure(serviceErrorOf(error)).text });
    } finally {
      this.setData({ isReadingSeals: false });
    }
  },

  onRootTap({ currentTarget }: WechatMiniprogram.CustomEvent) {
    wx.setClipboardData({ data: currentTarget.dataset.root as string });
  },

  onMethodologyTap() {
    wx.navigateTo({ url: routes.methodology });
  },

  onOwnTap() {
    wx.navigateTo({ url: routes.selfProof });
  },

  onShareAppMessage() {
    return { title: '开放账本：发放的每一克都在这里', path: routes.openLedger };
  },
});
