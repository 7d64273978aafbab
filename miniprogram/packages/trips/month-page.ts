import { beijingDay } from '../../views/beijing-time';
import { periodPage } from './period-page';
import { monthName, monthOr, monthsOf, stepMonth } from './views/chosen-month';

interface MonthData {
  title: string;
  month: string;
  /** The months that there are. */
  first: string;
  last: string;
}

interface MonthPage {
  data: MonthData;
  setData(change: Partial<MonthData>): void;
  load(): Promise<void>;
}

export const noMonth: MonthData = { title: '', month: '', first: '', last: '' };

/** Of a page about one month: the one that it is opened with, or the one of today. */
export const monthPage = {
  ...periodPage,

  onLoad(this: MonthPage, { month: asked }: { month?: string }): void {
    const today = beijingDay(Date.now());
    const month = monthOr(asked, today);
    this.setData({ month, title: monthName(month), ...monthsOf(null, today) });
    void this.load();
  },

  period(this: MonthPage): string {
    return this.data.month;
  },

  onMonthGo(this: MonthPage, { detail }: WechatMiniprogram.CustomEvent<{ by: number }>): void {
    const month = stepMonth(this.data.month, detail.by);
    this.setData({ month, title: monthName(month) });
    void this.load();
  },
};
