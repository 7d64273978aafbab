import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { routes } from '../../../views/routes';
import { storedNote } from '../../../views/stored-copy';
import { notRead } from '../period-page';
import { ledgerYear } from '../services/statement';
import { viewYear, type YearChart, yearsOf } from '../views/month-chart';
import { noYear, yearPage } from '../year-page';

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    ...notRead,
    chart: null as YearChart | null,
    /** State. */
    ...noYear,
  },

  ...yearPage,

  onLoad() {
    this.setData({ year: Number(beijingDay(Date.now()).slice(0, 4)) });
    void this.load();
  },

  async readData() {
    const copy = await ledgerYear(this.data.year);
    const nowMs = Date.now();
    const today = beijingDay(nowMs);
    return {
      state: copy.data.firstDay === null ? ('empty' as const) : ('ready' as const),
      stored: storedNote(copy, nowMs),
      chart: viewYear(copy.data, today),
      ...yearsOf(copy.data.firstDay, today),
    };
  },

  onMonthTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { month, still } = currentTarget.dataset;
    if (!still) wx.navigateTo({ url: routes.entriesOf(month as string) });
  },
});
