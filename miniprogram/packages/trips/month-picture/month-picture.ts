import { earningMonth } from '../../../services/earning';
import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { comparisonSource } from '../../../views/comparison';
import { viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { drawKept, keptPicture, keptPictureTaps } from '../kept-picture';
import { monthName, monthOr, monthsOf, stepMonth } from '../views/chosen-month';
import { viewMonthPicture } from '../views/month-picture';

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | 'empty' | 'ready',
    failure: { text: '', code: '' },
    isRetrying: false,
    ...keptPicture(),
    name: '',
    source: comparisonSource,
    title: '',
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
    if (this.data.state === 'failed') this.onRetry();
  },

  async load() {
    const { month } = this.data;
    try {
      const { data } = await earningMonth(month);
      if (month !== this.data.month) return;
      const picture = viewMonthPicture(data);
      this.setData(monthsOf(data.firstDay, data.today));
      if (picture === null) this.setData({ state: 'empty' });
      else
        this.setData(
          { state: 'ready', name: `${monthName(month)}绿色出行图`, picture: { kind: 'month', ...picture } },
          () => void drawKept(this),
        );
    } catch (error) {
      if (month === this.data.month)
        this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isRetrying: false });
    }
  },

  ...keptPictureTaps,

  onRetry() {
    this.setData({ isRetrying: true });
    void this.load();
  },

  onMonthGo({ detail }: WechatMiniprogram.CustomEvent<{ by: number }>) {
    const month = stepMonth(this.data.month, detail.by);
    this.setData({ month, title: monthName(month) });
    void this.load();
  },

  onEmptyAct() {
    wx.switchTab({ url: routes.trips });
  },
});
