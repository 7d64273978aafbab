import { earningMonth } from '../../../services/earning';
import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { comparisonSource } from '../../../views/comparison';
import { viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { storedNote } from '../../../views/stored-copy';
import { monthName, monthOr, monthsOf, stepMonth } from '../views/chosen-month';
import { type EarningMonthView, viewEarningMonth } from '../views/earning-month';

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | 'empty' | 'ready',
    failure: { text: '', code: '' },
    isRetrying: false,
    stored: '',
    source: comparisonSource,
    title: '',
    /** Server. */
    view: null as EarningMonthView | null,
    /** State: the month, and those that there are. */
    month: '',
    first: '',
    last: '',
  },

  onLoad({ month: asked }: { month?: string }) {
    const today = beijingDay(Date.now());
    const month = monthOr(asked, today);
    this.setData({ month, title: monthName(month), ...monthsOf(null, today) });
    void this.load();
  },

  onReconnect() {
    if (this.data.state === 'failed' || this.data.stored !== '') void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load() {
    const { month } = this.data;
    try {
      const copy = await earningMonth(month);
      if (month !== this.data.month) return;
      const view = viewEarningMonth(copy.data);
      this.setData({
        state: view.isEmpty ? 'empty' : 'ready',
        stored: storedNote(copy, Date.now()),
        view,
        ...monthsOf(copy.data.firstDay, copy.data.today),
      });
    } catch (error) {
      if (month === this.data.month)
        this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isRetrying: false });
    }
  },

  onRetry() {
    this.setData({ isRetrying: true });
    void this.load();
  },

  onMonthGo({ detail }: WechatMiniprogram.CustomEvent<{ by: number }>) {
    const month = stepMonth(this.data.month, detail.by);
    this.setData({ month, title: monthName(month) });
    void this.load();
  },

  onPicturePress() {
    wx.navigateTo({ url: routes.monthPicture(this.data.month) });
  },

  onWaysPress() {
    wx.navigateTo({ url: routes.ways });
  },
});
