import { periodPage } from './period-page';

interface YearData {
  year: number;
  /** The years that there are. */
  first: number;
  last: number;
}

interface YearPage {
  data: YearData;
  setData(change: Partial<YearData>): void;
  load(): Promise<void>;
}

export const noYear: YearData = { year: 0, first: 0, last: 0 };

/** Of a page about one year. */
export const yearPage = {
  ...periodPage,

  period(this: YearPage): number {
    return this.data.year;
  },

  onYearGo(this: YearPage, { detail }: WechatMiniprogram.CustomEvent<{ by: number }>): void {
    this.setData({ year: this.data.year + detail.by });
    void this.load();
  },
};
