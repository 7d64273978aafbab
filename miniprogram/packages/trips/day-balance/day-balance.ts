import { currentBalance } from '../../../services/ledger';
import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { addDays, beijingDay, dayText } from '../../../views/beijing-time';
import { viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { balanceOn } from '../services/statement';
import { type DayBalance, expiryRows, midnightText, viewDayBalance } from '../views/day-balance';

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | 'ready',
    failure: { text: '', code: '' },
    isRetrying: false,
    dayText: '',
    midnight: '',
    shown: null as DayBalance | null,
    expiries: [] as { name: string; value: string }[],
    /** State. */
    day: '',
    today: '',
  },

  onLoad() {
    const today = beijingDay(Date.now());
    this.setData({ today });
    this.choose(`${today.slice(0, 7)}-01`);
  },

  onReconnect() {
    if (this.data.state === 'failed') this.onRetry();
  },

  choose(day: string) {
    const { today } = this.data;
    this.setData({ day, dayText: dayText(day, today), midnight: midnightText(day, today) });
    void this.load();
  },

  async load() {
    const { day } = this.data;
    try {
      const [then, now] = await Promise.all([balanceOn(day), currentBalance()]);
      if (day !== this.data.day) return;
      this.setData({
        state: 'ready',
        shown: viewDayBalance(then.balance, now.data.balance),
        expiries: expiryRows(then.balance),
      });
    } catch (error) {
      if (day === this.data.day)
        this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isRetrying: false });
    }
  },

  onRetry() {
    this.setData({ isRetrying: true });
    void this.load();
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
