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
import { type OpenLedger, openLedger, retiredBefore, sealsBefore } from '../services/public-seals';
import { ownFaultText } from '../views/fault-text';
import {
  type OpenLedgerView,
  type RetiredView,
  type SealView,
  viewOpenLedger,
  viewRetired,
  viewSeal,
} from '../views/open-ledger';

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
    retired: [] as RetiredView[],
    /** Server: the instant before which there are more retirements; null where there are none. */
    retiredBefore: null as number | null,
    storedNote: '',
    /** Phone: what is wrong with the roots by what it has seen before; empty when nothing is. */
    sealsFault: '',
    /** State. */
    failure: null as FailureView | null,
    isReadingSeals: false,
    sealsFailure: '',
    isReadingRetired: false,
    retiredFailure: '',
  },

  /** Server: the names of factor sets, for rows that come later. */
  factorSets: [] as OpenLedger['factorSets'],

  onLoad() {
    void this.refresh();
  },

  ...readPage,

  async readData() {
    const read = await openLedger();
    const seen = seenRoots();
    const today = beijingDay(Date.now());
    const { seals, factorSets } = read.data;
    this.factorSets = factorSets;
    // A stored copy lacks the seals that were seen since.
    const fault = read.isStored ? null : checkSeals(seals, seen);
    const sealsFault = fault === null ? '' : ownFaultText(fault, today);
    const shown = {
      ledger: viewOpenLedger(read.data, Date.now(), sealsFault),
      retired: read.data.retired.map(one => viewRetired(one, factorSets, today)),
      retiredBefore: read.data.retiredBefore ?? null,
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

  async onMoreRetired() {
    const { retiredBefore: before, isReadingRetired } = this.data;
    if (isReadingRetired || before === null) return;
    this.setData({ isReadingRetired: true, retiredFailure: '' });
    try {
      const { retired, nextBefore } = await retiredBefore(before);
      const today = beijingDay(Date.now());
      const further = retired.map(one => viewRetired(one, this.factorSets, today));
      this.setData({ retired: [...this.data.retired, ...further], retiredBefore: nextBefore });
    } catch (error) {
      this.setData({ retiredFailure: viewFailure(serviceErrorOf(error)).text });
    } finally {
      this.setData({ isReadingRetired: false });
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
