import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { findRider, riderTrips } from '../services/riders';
import {
  cleanNumber,
  numberProblem,
  type RiderTripView,
  type RiderView,
  viewNobody,
  viewRider,
  viewRiderTrip,
} from '../views/riders';
import { viewStaffFailure } from '../views/staff-failure';
import { isWideWidth, isWideWindow } from '../wide-window';

const noFailure = { text: '', code: '' };
const failureOf = (error: unknown) => viewStaffFailure(serviceErrorOf(error), Date.now());

livePage({
  data: {
    theme: currentTheme(),
    isWide: isWideWindow(),
    /** Form. */
    number: '',
    problem: '',
    /** State: `idle` before the first search. */
    state: 'idle' as 'idle' | 'loading' | 'failed' | 'nobody' | 'found',
    failure: noFailure,
    /** Display: why nobody is found. */
    nobodyTitle: '',
    nobodyText: '',
    /** Server. */
    rider: null as RiderView | null,
    trips: [] as RiderTripView[],
    tripsState: 'loading' as 'loading' | 'failed' | 'ready',
    tripsFailure: noFailure,
    hasMore: false,
    moreFailure: noFailure,
  },

  cursor: null as string | null,
  isReadingMore: false,
  /** Answers for somebody who is no longer looked at are dropped. */
  round: 0,

  onResize({ size }: { size: { windowWidth: number } }) {
    this.setData({ isWide: isWideWidth(size.windowWidth) });
  },

  async onReachBottom() {
    if (this.data.hasMore && this.data.moreFailure.text === '') await this.readMore();
  },

  onNumber({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ number: detail.value, problem: '' });
  },

  async onFindPress() {
    const number = cleanNumber(this.data.number);
    const problem = numberProblem(number);
    this.setData({ problem });
    if (problem !== '' || this.data.state === 'loading') return;
    this.round += 1;
    const { round } = this;
    this.setData({ state: 'loading', failure: noFailure, rider: null, trips: [] });
    try {
      const { rider, closed } = await findRider(number);
      if (round !== this.round) return;
      if (rider === null) return this.setData({ state: 'nobody', ...viewNobody(closed, Date.now()) });
      this.setData({ state: 'found', rider: viewRider(rider, Date.now()) });
      await this.readTrips();
    } catch (error) {
      if (round === this.round) this.setData({ state: 'failed', failure: failureOf(error) });
    }
  },

  async readTrips() {
    const { rider } = this.data;
    const { round } = this;
    if (rider === null) return;
    this.setData({ tripsState: 'loading' });
    try {
      const { trips, nextCursor } = await riderTrips(rider.uid, null);
      if (round !== this.round) return;
      this.cursor = nextCursor;
      this.setData({
        tripsState: 'ready',
        trips: trips.map(trip => viewRiderTrip(trip, Date.now())),
        hasMore: nextCursor !== null,
        moreFailure: noFailure,
      });
    } catch (error) {
      if (round === this.round) this.setData({ tripsState: 'failed', tripsFailure: failureOf(error) });
    }
  },

  async readMore() {
    const { rider, trips } = this.data;
    const { round } = this;
    if (rider === null || this.isReadingMore) return;
    this.isReadingMore = true;
    try {
      const page = await riderTrips(rider.uid, this.cursor);
      if (round !== this.round) return;
      this.cursor = page.nextCursor;
      const added = page.trips.map((trip, index): [string, RiderTripView] => [
        `trips[${trips.length + index}]`,
        viewRiderTrip(trip, Date.now()),
      ]);
      this.setData({ ...Object.fromEntries(added), hasMore: page.nextCursor !== null });
    } catch (error) {
      if (round === this.round) this.setData({ moreFailure: failureOf(error) });
    } finally {
      this.isReadingMore = false;
    }
  },

  onRetryMore() {
    this.setData({ moreFailure: noFailure });
    void this.readMore();
  },
});
