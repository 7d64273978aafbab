import { earningMonth } from '../../../services/earning';
import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { comparisonSource } from '../../../views/comparison';
import { keptPicture, picturePage, viewPicture } from '../kept-picture';
import { monthPage, noMonth } from '../month-page';
import { notRead } from '../period-page';
import { monthName, monthsOf } from '../views/chosen-month';
import { viewMonthPicture } from '../views/month-picture';

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    ...notRead,
    ...keptPicture(),
    name: '',
    source: comparisonSource,
    /** State. */
    ...noMonth,
  },

  ...monthPage,
  ...picturePage,

  async readData() {
    const { month } = this.data;
    const { data } = await earningMonth(month);
    const picture = viewMonthPicture(data);
    return {
      name: `${monthName(month)}绿色出行图`,
      ...viewPicture(picture && { kind: 'month', ...picture }),
      ...monthsOf(data.firstDay, data.today),
    };
  },
});
