import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { routes } from '../../../views/routes';
import { failureOf } from '../failure-of';
import { readBookDay, reconcile } from '../services/books';
import { readMe } from '../services/me';
import { listPartners } from '../services/partners';
import { type DaySealView, type ReconciledView, viewBookDay, viewReconciled } from '../views/book-day';
import { staffRoutes } from '../views/staff-routes';
import { isWideWindow, widePage } from '../wide-window';

const DAY_MS = 86_400_000;
const noFailure = { text: '', code: '' };
livePage({
  data: {
    theme: currentTheme(),
    isWide: isWideWindow(),
    today: beijingDay(Date.now()),
    /** Form. */
    day: beijingDay(Date.now() - DAY_MS),
    partnerId: '',
    /** Server. */
    state: 'loading' as 'loading' | 'failed' | 'ready',
    failure: noFailure,
    seal: null as DaySealView | null,
    partners: [] as { key: string; name: string }[],
    found: null as ReconciledView | null,
    mayOpenEntries: false,
    /** State. */
    isComparing: false,
    compareFailure: noFailure,
  },

  /** A comparison that is no longer wanted stops after its page. */
  round: 0,

  onLoad() {
    void this.load();
  },

  onUnload() {
    this.round += 1;
  },

  ...widePage,

  onReconnect() {
    if (this.data.state === 'failed') void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load() {
    const { day } = this.data;
    try {
      const [read, partners, me] = await Promise.all([readBookDay(day), this.readPartners(), readMe()]);
      if (day !== this.data.day) return;
      this.setData({
        state: 'ready',
        failure: noFailure,
        seal: viewBookDay(read, Date.now()),
        partners,
        partnerId: this.data.partnerId || (partners[0]?.key ?? ''),
        mayOpenEntries: me.permissions.has('books.read'),
      });
    } catch (error) {
      if (day === this.data.day) this.setData({ state: 'failed', failure: failureOf(error) });
    }
  },

  /** Known already, or read. */
  async readPartners() {
    if (this.data.partners.length > 0) return this.data.partners;
    const { partners } = await listPartners();
    return partners.map(({ partnerId, name }) => ({ key: partnerId, name }));
  },

  onDay({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.forget({ day: detail.value, state: 'loading' });
    void this.load();
  },

  onPartner({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.forget({ partnerId: detail.value });
  },

  /** What was compared is of another day or partner. */
  forget(changed: { day?: string; partnerId?: string; state?: 'loading' }) {
    this.round += 1;
    this.setData({ ...changed, found: null, isComparing: false, compareFailure: noFailure });
  },

  async onComparePress() {
    const { partnerId, day, isComparing } = this.data;
    if (isComparing) return;
    this.round += 1;
    const { round } = this;
    this.setData({ isComparing: true, compareFailure: noFailure, found: null });
    try {
      await reconcile(partnerId, day, soFar => {
        if (round !== this.round) return false;
        this.setData({ found: viewReconciled(soFar) });
        return true;
      });
    } catch (error) {
      if (round === this.round) this.setData({ compareFailure: failureOf(error) });
    } finally {
      if (round === this.round) this.setData({ isComparing: false });
    }
  },

  onMismatchTap(event: WechatMiniprogram.TouchEvent) {
    const { key } = event.currentTarget.dataset as { key: string };
    if (this.data.mayOpenEntries) wx.navigateTo({ url: staffRoutes.entry(key) });
  },

  onOpenLedgerPress() {
    wx.navigateTo({ url: routes.openLedger });
  },
});
