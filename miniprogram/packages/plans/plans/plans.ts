import { livePage } from '../../../services/live-page';
import { session } from '../../../services/riders';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { type FailureView, viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { storedNoteOf } from '../../../views/stored-copy';
import { chosenPlaces, clearPlaces, type End, swapPlaces } from '../chosen-places';
import {
  checkPlan,
  comparePlaces,
  dropPlan,
  firstPlans,
  keepPlan,
  morePlans,
  type Plan,
} from '../services/plans';
import { bestMode, type ComparisonView, termsText, viewComparison } from '../views/options';
import { nameOf } from '../views/places';
import { type PlanView, type PlanWeekView, viewPlan, viewPlanWeek } from '../views/plan';
import { refusalText } from '../views/refusal';

const noFailure = { text: '', code: '' };

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    /** Server: null until the plans are known. */
    plans: null as PlanView[] | null,
    week: null as PlanWeekView | null,
    terms: '',
    hasMore: false,
    storedNote: '',
    failure: null as FailureView | null,
    moreFailure: noFailure,
    /** Form: where from and to, and what was chosen. */
    from: '',
    to: '',
    comparison: null as ComparisonView | null,
    mode: '',
    when: 'today' as 'today' | 'tomorrow',
    compareFailure: '',
    /** State. */
    isComparing: false,
    isKeeping: false,
    /** The plan that is being looked for or given up; empty without one. */
    busyId: '',
  },

  /** What is not drawn. */
  read: [] as Plan[],
  cursor: null as string | null,
  isReadingMore: false,
  /** The ends that the comparison is of. */
  compared: '',

  onShow() {
    const { from, to } = chosenPlaces();
    this.setData({ from: nameOf(from), to: nameOf(to) });
    if (this.data.plans === null) void this.refresh();
    void this.compare();
  },

  onReconnect() {
    if (this.data.failure !== null || this.data.storedNote !== '') void this.refresh();
    void this.compare();
  },

  async onPullDownRefresh() {
    await this.refresh();
    wx.stopPullDownRefresh();
  },

  async refresh() {
    try {
      const page = await firstPlans();
      const { plans, nextCursor, week, terms } = page.data;
      this.cursor = nextCursor;
      this.show(plans);
      this.setData({
        week: viewPlanWeek(week),
        terms: termsText(terms),
        storedNote: storedNoteOf([page], Date.now()),
        failure: null,
        moreFailure: noFailure,
      });
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    }
  },

  show(read: Plan[]) {
    this.read = read;
    const nowMs = Date.now();
    const isKept = ({ state }: Plan): boolean => state === 'kept';
    const ordered = [...read.filter(isKept), ...read.filter(plan => !isKept(plan))];
    this.setData({ plans: ordered.map(plan => viewPlan(plan, nowMs)), hasMore: this.cursor !== null });
  },

  async onReachBottom() {
    if (this.cursor === null || this.isReadingMore) return;
    this.isReadingMore = true;
    try {
      const page = await morePlans(this.cursor);
      this.cursor = page.nextCursor;
      this.show([...this.read, ...page.plans]);
      this.setData({ moreFailure: noFailure });
    } catch (error) {
      this.setData({ moreFailure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.isReadingMore = false;
    }
  },

  /** What is compared already is not asked for again. */
  async compare() {
    const { from, to } = chosenPlaces();
    const ends = JSON.stringify([from, to]);
    if (from === null || to === null || ends === this.compared) return;
    this.compared = ends;
    this.setData({ isComparing: true, comparison: null, compareFailure: '' });
    try {
      const comparison = await comparePlaces(from, to);
      if (ends !== this.compared) return;
      this.setData({ comparison: viewComparison(comparison), mode: bestMode(comparison) });
    } catch (error) {
      if (ends !== this.compared) return;
      this.compared = '';
      this.setData({ compareFailure: refusalText(serviceErrorOf(error)) });
    } finally {
      if (ends === this.compared || this.compared === '') this.setData({ isComparing: false });
    }
  },

  onEndTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: routes.planPlace(currentTarget.dataset.end as End) });
  },

  onSwapTap() {
    swapPlaces();
    const { from, to } = chosenPlaces();
    this.setData({ from: nameOf(from), to: nameOf(to) });
    void this.compare();
  },

  onRetryCompare() {
    void this.compare();
  },

  onOptionTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { mode, unfit } = currentTarget.dataset as { mode: string; unfit: string };
    if (unfit === '') this.setData({ mode });
  },

  onWhenTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ when: currentTarget.dataset.when as 'today' | 'tomorrow' });
  },

  async onKeepPress() {
    const { from, to } = chosenPlaces();
    const { mode, when, isKeeping } = this.data;
    if (from === null || to === null || mode === '' || isKeeping) return;
    this.setData({ isKeeping: true });
    try {
      await session();
      await keepPlan({ from, to, mode, when });
      this.forgetForm();
      await this.refresh();
      wx.pageScrollTo({ scrollTop: 0 });
      wx.showToast({ title: '记下了，出发吧', icon: 'none' });
    } catch (error) {
      this.refused(error);
    } finally {
      this.setData({ isKeeping: false });
    }
  },

  forgetForm() {
    clearPlaces();
    this.compared = '';
    this.setData({ from: '', to: '', comparison: null, mode: '', when: 'today', compareFailure: '' });
  },

  /** Nothing that was chosen is lost. */
  refused(error: unknown) {
    const refusal = serviceErrorOf(error);
    if (refusal.code === 'CONSENT_REQUIRED') wx.navigateTo({ url: routes.consent });
    else wx.showToast({ title: refusalText(refusal), icon: 'none', duration: 3_000 });
  },

  async onCheckTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    await this.change(currentTarget.dataset.planId as string, async planId => {
      const { state } = await checkPlan(planId);
      const title = state === 'fulfilled' ? '找到了，做到了' : '还没有收到核验过的行程';
      wx.showToast({ title, icon: 'none' });
    });
  },

  async onDropTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const planId = currentTarget.dataset.planId as string;
    const { confirm } = await wx.showModal({
      title: '取消这份计划？',
      content: '取消后不算没做到，也不会再有计划奖励；行程本身照常入账。',
      confirmText: '取消计划',
      cancelText: '留着',
    });
    if (confirm) await this.change(planId, dropPlan);
  },

  async change(planId: string, work: (planId: string) => Promise<unknown>) {
    if (this.data.busyId !== '') return;
    this.setData({ busyId: planId });
    try {
      await work(planId);
      await this.refresh();
    } catch (error) {
      this.refused(error);
    } finally {
      this.setData({ busyId: '' });
    }
  },

  onTripTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const tripId = currentTarget.dataset.tripId as string;
    if (tripId !== '') wx.navigateTo({ url: routes.explain(tripId) });
  },

  onMethodologyTap() {
    wx.navigateTo({ url: routes.methodology });
  },
});
