import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { comparisonSource } from '../../../views/comparison';
import { keptPicture, picturePage, viewPicture } from '../kept-picture';
import { notRead } from '../period-page';
import { ledgerYear, ridesYear } from '../services/statement';
import { yearsOf } from '../views/month-chart';
import { viewYearPicture } from '../views/year-picture';
import { noYear, yearPage } from '../year-page';

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    ...notRead,
    ...keptPicture(),
    name: '',
    source: comparisonSource,
    /** State. */
    ...noYear,
  },

  ...yearPage,
  ...picturePage,

  onLoad() {
    const today = beijingDay(Date.now());
    this.setData({ year: Number(today.slice(0, 4)), ...yearsOf(null, today) });
    void this.load();
    void this.readYears(today);
  },

  /** Which years there are; without it there is this one. */
  async readYears(today: string) {
    const read = await ledgerYear(Number(today.slice(0, 4))).catch(() => null);
    if (read !== null) this.setData(yearsOf(read.data.firstDay, today));
  },

  async readData() {
    const { year } = this.data;
    const picture = viewYearPicture(year, await ridesYear(year));
    return { name: `${year}年绿色出行图`, ...viewPicture(picture && { kind: 'year', ...picture }) };
  },
});
