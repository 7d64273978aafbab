import { entryWithPrevious } from '../../../services/ledger';
import { livePage } from '../../../services/live-page';
import { explainTrip } from '../../../services/rides';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { thousands } from '../../../views/amounts';
import {
  explanationTitle,
  type Row,
  stateText,
  viewEntryRows,
  viewGates,
  viewSteps,
} from '../../../views/explanation';
import { viewFailure } from '../../../views/failure';
import { type Check, recompute } from '../../../views/recomputation';
import { routes } from '../../../views/routes';

/** Everything on the page: the trip's explanation, its ledger entry, and what this phone makes of both. */
async function readExplanation(tripId: string) {
  const explanation = await explainTrip(tripId);
  const { trip } = explanation;
  const proven = trip.entryKey === null ? null : await entryWithPrevious(trip.entryKey);
  const { checks, isEqual } = recompute(explanation, proven?.entry ?? null, proven?.previous ?? null);
  return {
    title: explanationTitle(explanation),
    gates: viewGates(explanation),
    steps: viewSteps(explanation),
    credited: trip.state === 'credited' ? `+${thousands(trip.creditedGrams)}` : '0',
    stateText: stateText(explanation, Date.now()),
    uncertaintyNote: explanation.uncertaintyNote,
    entryNumber: proven === null ? '' : `第 ${proven.entry.seq} 笔`,
    entryRows:
      proven === null ? ([] as Row[]) : viewEntryRows(proven.entry, explanation.factor.setName, Date.now()),
    checks: checks as Check[],
    isEqual,
    isClaimable: trip.state === 'elsewhere' || (trip.state === 'credited' && trip.creditedGrams > 0),
  };
}

type ExplanationView = Awaited<ReturnType<typeof readExplanation>>;

livePage({
  data: {
    /** Params. */
    tripId: '',
    /** Display. */
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | 'ready',
    failure: { text: '', code: '' },
    isRetrying: false,
    isNoteOpen: false,
    /** Server, and computed from it here. */
    explanation: null as ExplanationView | null,
  },

  onLoad({ tripId }: { tripId?: string }) {
    this.data.tripId = decodeURIComponent(tripId ?? '');
    void this.load();
  },

  onReconnect() {
    if (this.data.state === 'failed') this.onRetry();
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load() {
    try {
      const explanation = await readExplanation(this.data.tripId);
      this.setData({ state: 'ready', explanation, isRetrying: false });
      wx.setNavigationBarTitle({ title: explanation.title });
    } catch (error) {
      if (this.data.explanation !== null) return;
      this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)), isRetrying: false });
    }
  },

  onRetry() {
    this.setData({ isRetrying: true });
    void this.load();
  },

  onNoteTap() {
    this.setData({ isNoteOpen: !this.data.isNoteOpen });
  },

  onClaimPress() {
    wx.navigateTo({ url: routes.claim(this.data.tripId) });
  },

  onMethodology() {
    wx.navigateTo({ url: routes.methodology });
  },
});
