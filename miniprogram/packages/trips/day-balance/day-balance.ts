import { currentBalance } from '../../../services/ledger';
import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { addDays, beijingDay, dayText } from '../../../views/beijing-time';
import { routes } from '../../../views/routes';
import { notRead, periodPage } from '../period-page';
import { balanceOn } from '../services/statement';
import { type DayBalance, expiryRows, midnightText, viewDayBalance } from '../views/day-balance';

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    ...notRead,
    dayText: '',
    midnight: '',
    shown: null as DayBalance | null,
    expiries: [] as { name: string; value: string }[],
    /** State. */
    day: '',
    today: '',
  },

  ...periodPage,

  onLoad() {
    const today = beijingDay(Date.now());
    this.setData({ today });
    this.choose(`${today.slice(0, 7)}-01`);
  },

  choose(day: string) {
    const { today } = this.data;
    this.setData({ day, dayText: dayText(day, today), midnight: midnightText(day, today) });
    void this.load();
  },

  period() {
    return this.data.day;
  },

  async readData() {
    const [then, now] = await Promise.all([balanceOn(this.data.day), currentBalance()]);
    return {
      state: 'ready' as const,
      shown: viewDayBalance(then.balance, now.data.balance),
      expiries: expiryRows(then.balance),
    };
  },

  onDayGo({ detail }: WechatMiniprogram.CustomEvent<{ by: number }>) {
    this.choose(addDays(this.data.day, detail.by));
  },

  onDayChange({ detail }: WechatMiniprogram.PickerChange) {
    this.choose(String(detail.value));
  },

  onMonthOpen() {
    wx.navigateTo({ url: routes.entriesOf(this.data.day.slice(0, 7)) });
  },
});
