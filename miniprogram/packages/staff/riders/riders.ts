import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { failureOf } from '../failure-of';
import { listedPage, noRows } from '../listed-page';
import { findRider, type RiderTrip, riderTrips } from '../services/riders';
import {
  cleanNumber,
  numberProblem,
  type RiderTripView,
  type RiderView,
  viewNobody,
  viewRider,
  viewRiderTrip,
} from '../views/riders';
import { isWideWindow, widePage } from '../wide-window';

const noFailure = { text: '', code: '' };
livePage({
  data: {
    theme: currentTheme(),
    isWide: isWideWindow(),
    /** Form. */
    number: '',
    problem: '',
    /** State: `idle` before the first search. */
    state: 'idle' as 'idle' | 'loading' | 'failed' | 'nobody' | 'found',
    findFailure: noFailure,
    /** Display: why nobody is found. */
    nobodyTitle: '',
    nobodyText: '',
    /** Server. */
    rider: null as RiderView | null,
    /** Server: the rider's trips. */
    ...noRows,
    rows: null as RiderTripView[] | null,
  },

  ...listedPage,
  ...widePage,

  onNumber({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ number: detail.value, problem: '' });
  },

  async onFindPress() {
    const number = cleanNumber(this.data.number);
    const problem = numberProblem(number);
    this.setData({ problem });
    if (problem !== '' || this.data.state === 'loading') return;
    this.leaveRows({ state: 'loading', rider: null });
    try {
      const { rider, closed } = await findRider(number);
      if (rider === null) return this.setData({ state: 'nobody', ...viewNobody(closed, Date.now()) });
      this.setData({ state: 'found', rider: viewRider(rider, Date.now()) });
    } catch (error) {
      return this.setData({ state: 'failed', findFailure: failureOf(error) });
    }
    await this.refresh();
  },

  async readItems(cursor: string | null) {
    const { trips, nextCursor } = await riderTrips(this.data.rider?.uid ?? '', cursor);
    return { items: trips, nextCursor };
  },

  viewRows(trips: RiderTrip[]): RiderTripView[] {
    const nowMs = Date.now();
    return trips.map(trip => viewRiderTrip(trip, nowMs));
  },
});
