import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { comparisonSource } from '../../../views/comparison';
import { viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { drawKept, keptPicture, keptPictureTaps } from '../kept-picture';
import { ledgerYear, ridesYear } from '../services/statement';
import { yearsOf } from '../views/month-chart';
import { viewYearPicture } from '../views/year-picture';

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
    /** State: the year, and those that there are. */
    year: 0,
    first: 0,
    last: 0,
  },

  onLoad() {
    const today = beijingDay(Date.now());
    this.setData({ year: Number(today.slice(0, 4)), ...yearsOf(null, today) });
    void this.load();
    void this.readYears(today);
  },

  onReconnect() {
    if (this.data.state === 'failed') this.onRetry();
  },

  /** Which years there are; without it there is this one. */
  async readYears(today: string) {
    const read = await ledgerYear(Number(today.slice(0, 4))).catch(() => null);
    if (read !== null) this.setData(yearsOf(read.data.firstDay, today));
  },

  async load() {
    const { year } = this.data;
    try {
      const rides = await ridesYear(year);
      if (year !== this.data.year) return;
      const picture = viewYearPicture(year, rides);
      if (picture === null) this.setData({ state: 'empty' });
      else
        this.setData(
          { state: 'ready', name: `${year}年绿色出行图`, picture: { kind: 'year', ...picture } },
          () => void drawKept(this),
        );
    } catch (error) {
      if (year === this.data.year)
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

  onYearGo({ detail }: WechatMiniprogram.CustomEvent<{ by: number }>) {
    this.setData({ year: this.data.year + detail.by });
    void this.load();
  },

  onEmptyAct() {
    wx.switchTab({ url: routes.trips });
  },
});
