import { livePage } from '../../services/live-page';
import { firstOwnTrips, moreOwnTrips } from '../../services/own-trips';
import { PagedList } from '../../services/paged-list';
import { session } from '../../services/riders';
import { firstTrips, moreTrips, sumTripMonths, type TripsPage } from '../../services/rides';
import { serviceErrorOf } from '../../services/service-error';
import { currentTheme } from '../../services/settings';
import { type TripsSegment, takeAskedTrips } from '../../services/trips-segment';
import { beijingDay } from '../../views/beijing-time';
import { viewFailure } from '../../views/failure';
import type { FarBlocks } from '../../views/far-blocks';
import { furtherRows, type MonthSection, sectionByMonth, tripSums } from '../../views/months';
import { type OwnTrip, type OwnTripView, viewOwnTrip } from '../../views/own-trips';
import { routes } from '../../views/routes';
import { storedNote } from '../../views/stored-copy';
import { type Trip, type TripView, viewTrip } from '../../views/trip';
import { longList, noFailure } from '../long-list';

const pageOf = ({ trips, nextCursor }: TripsPage) => ({ items: trips, nextCursor });
const monthOf = ({ day }: Trip): string => day.slice(0, 7);

/** Server: the trips read so far. There is one such page, and what is drawn of them is in its data. */
const list = new PagedList<Trip, string>({
  first: async () => {
    const copy = await firstTrips();
    return { ...copy, data: pageOf(copy.data) };
  },
  more: async cursor => pageOf(await moreTrips(cursor)),
  monthOf,
  sumMonths: async months => tripSums(await sumTripMonths(months)),
});

/** Server: the trips of the rider's own telling that were read so far. */
const ownList = new PagedList<OwnTrip, string>({
  first: async () => {
    const copy = await firstOwnTrips();
    return { ...copy, data: { items: copy.data.trips, nextCursor: copy.data.nextCursor } };
  },
  more: async cursor => {
    const { trips, nextCursor } = await moreOwnTrips(cursor);
    return { items: trips, nextCursor };
  },
  monthOf: ({ day }) => day.slice(0, 7),
  sumMonths: async () => ({}),
});

const viewOwnList = () => ({
  ownRows: ownList.items.map(trip => viewOwnTrip(trip, beijingDay(Date.now()))),
  ownHasMore: ownList.hasMore,
  ownState: ownList.items.length === 0 ? ('empty' as const) : ('ready' as const),
  ownFailure: noFailure,
});

const segments: readonly { segment: TripsSegment; name: string }[] = [
  { segment: 'signed', name: '已核验' },
  { segment: 'own', name: '自己记录' },
];

/** What somebody without trips does first. */
const emptyTexts: Readonly<Record<'bind' | 'consent', { text: string; action: string; url: string }>> = {
  bind: {
    text: '绑定乘车卡后，每一趟地铁都会自动出现在这里。',
    action: '去绑定乘车卡',
    url: routes.bindCard,
  },
  consent: {
    text: '现在是只读浏览，不记录行程。先同意隐私保护指引，再绑定乘车卡，之后的每一趟都会自动出现在这里。',
    action: '阅读隐私保护指引',
    url: routes.consent,
  },
};

/** Out of reach of the server it is not known whether consent was given; binding asks for it, too. */
async function nextStep(): Promise<'bind' | 'consent'> {
  const signedIn = await session().catch(() => null);
  return signedIn?.consent.given === false ? 'consent' : 'bind';
}

function viewList() {
  const today = beijingDay(Date.now());
  const rows = list.items.map(trip => ({ month: monthOf(trip), row: viewTrip(trip, today) }));
  return {
    state: rows.length === 0 ? ('empty' as const) : ('ready' as const),
    sections: sectionByMonth(rows, list.sums, today),
    hasMore: list.hasMore,
    stored: storedNote(list.copy, Date.now()),
    moreFailure: noFailure,
    isRetrying: false,
  };
}

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | 'empty' | 'ready',
    failure: noFailure,
    /** Of a further page; the rows that are there stay. */
    moreFailure: noFailure,
    isRetrying: false,
    stored: '',
    sections: [] as MonthSection<TripView>[],
    hasMore: false,
    empty: emptyTexts.bind,
    segments,
    segment: 'signed' as TripsSegment,
    ownState: 'loading' as 'loading' | 'failed' | 'empty' | 'ready',
    ownRows: [] as OwnTripView[],
    ownHasMore: false,
    ownFailure: noFailure,
    /** State: rows that are too far away to be drawn. */
    far: {} as FarBlocks,
  },

  ...longList,

  onLoad() {
    this.beginMeasuring();
  },

  onShow() {
    const segment = takeAskedTrips();
    if (segment !== null) this.setData({ segment });
    // Who comes back from a trip far down the list finds it where it was.
    if (!list.isBeyondFirst) void this.loadFirst();
    if (this.data.segment === 'own' && !ownList.isBeyondFirst) void this.loadOwn();
  },

  async onPullDownRefresh() {
    await (this.data.segment === 'own' ? this.loadOwn() : this.loadFirst());
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    if (this.data.segment === 'own') await this.loadMoreOwn();
    else if (this.data.moreFailure.text === '') await this.loadMore();
  },

  async loadFirst() {
    try {
      if (!(await list.readFirst())) return;
      const view = viewList();
      this.setData({
        ...view,
        empty: emptyTexts[view.state === 'empty' ? await nextStep() : 'bind'],
        far: {},
      });
    } catch (error) {
      if (this.data.state === 'ready') return;
      this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)), isRetrying: false });
    }
  },

  async loadMore() {
    try {
      if (!(await list.readMore())) return;
      const { sections, ...others } = viewList();
      this.setData({ ...others, ...furtherRows(this.data.sections, sections) }, () =>
        this.measure?.measure(),
      );
    } catch (error) {
      this.setData({ moreFailure: viewFailure(serviceErrorOf(error)) });
    }
  },

  onSegmentTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const segment = currentTarget.dataset.segment as TripsSegment;
    this.setData({ segment });
    if (segment === 'own') void this.loadOwn();
  },

  async loadOwn() {
    try {
      if (await ownList.readFirst()) this.setData(viewOwnList());
    } catch (error) {
      if (this.data.ownState === 'ready') return;
      this.setData({ ownState: 'failed', ownFailure: viewFailure(serviceErrorOf(error)) });
    }
  },

  async loadMoreOwn() {
    try {
      if (await ownList.readMore()) this.setData(viewOwnList());
    } catch (error) {
      this.setData({ ownFailure: viewFailure(serviceErrorOf(error)) });
    }
  },

  onOwnTripOpen({ currentTarget }: WechatMiniprogram.CustomEvent) {
    wx.navigateTo({ url: routes.ownTrip(currentTarget.dataset.tripId as string) });
  },

  onWaysPress() {
    wx.navigateTo({ url: routes.ways });
  },

  onTripOpen({ currentTarget }: WechatMiniprogram.CustomEvent) {
    wx.navigateTo({ url: routes.explain(currentTarget.dataset.tripId as string) });
  },

  onMonthOpen({ currentTarget }: WechatMiniprogram.CustomEvent) {
    wx.navigateTo({ url: routes.earningMonth(currentTarget.dataset.month as string) });
  },

  onEmptyAct() {
    wx.navigateTo({ url: this.data.empty.url });
  },
});
