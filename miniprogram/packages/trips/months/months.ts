import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { storedNote } from '../../../views/stored-copy';
import { ledgerYear } from '../services/statement';
import { viewYear, type YearChart, yearsOf } from '../views/month-chart';

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | 'empty' | 'ready',
    failure: { text: '', code: '' },
    isRetrying: false,
    stored: '',
    chart: null as YearChart | null,
    /** State: the year, and those that there are. */
    year: 0,
    first: 0,
    last: 0,
  },

  onLoad() {
    this.setData({ year: Number(beijingDay(Date.now()).slice(0, 4)) });
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
    const { year } = this.data;
    try {
      const copy = await ledgerYear(year);
      if (year !== this.data.year) return;
      const nowMs = Date.now();
      const today = beijingDay(nowMs);
      this.setData({
        state: copy.data.firstDay === null ? 'empty' : 'ready',
        stored: storedNote(copy, nowMs),
        chart: viewYear(copy.data, today),
        ...yearsOf(copy.data.firstDay, today),
      });
    } catch (error) {
      if (year !== this.data.year) return;
      this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isRetrying: false });
    }
  },

  onRetry() {
    this.setData({ isRetrying: true });
    void this.load();
  },

  onYearGo({ detail }: WechatMiniprogram.CustomEvent<{ by: number }>) {
    this.setData({ year: this.data.year + detail.by });
    void this.load();
  },

  onMonthTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { month, still } = currentTarget.dataset;
    if (!still) wx.navigateTo({ url: routes.entriesOf(month as string) });
  },

  onEmptyAct() {
    wx.switchTab({ url: routes.trips });
  },
});
