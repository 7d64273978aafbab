import { earningMonth } from '../../../services/earning';
import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { comparisonSource } from '../../../views/comparison';
import { routes } from '../../../views/routes';
import { storedNote } from '../../../views/stored-copy';
import { monthPage, noMonth } from '../month-page';
import { notRead } from '../period-page';
import { monthsOf } from '../views/chosen-month';
import { type EarningMonthView, viewEarningMonth } from '../views/earning-month';

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    ...notRead,
    source: comparisonSource,
    /** Server. */
    view: null as EarningMonthView | null,
    /** State. */
    ...noMonth,
  },

  ...monthPage,

  async readData() {
    const copy = await earningMonth(this.data.month);
    const view = viewEarningMonth(copy.data);
    return {
      state: view.isEmpty ? ('empty' as const) : ('ready' as const),
      stored: storedNote(copy, Date.now()),
      view,
      ...monthsOf(copy.data.firstDay, copy.data.today),
    };
  },

  onPicturePress() {
    wx.navigateTo({ url: routes.monthPicture(this.data.month) });
  },

  onWaysPress() {
    wx.navigateTo({ url: routes.ways });
  },
});
