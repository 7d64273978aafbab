import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { listFactorSets } from '../services/factors';
import { readMe } from '../services/me';
import { type FactorSetView, viewSets } from '../views/factors';
import { viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';
import { isWideWidth, isWideWindow } from '../wide-window';

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    isWide: isWideWindow(),
    state: 'loading' as 'loading' | 'failed' | 'ready',
    failure: { text: '', code: '' },
    isRetrying: false,
    /** Server. */
    sets: [] as FactorSetView[],
    mayImport: false,
    /** State: the set that is open. */
    chosen: null as FactorSetView | null,
  },

  onShow() {
    void this.load();
  },

  onReconnect() {
    void this.load();
  },

  onResize({ size }: { size: { windowWidth: number } }) {
    this.setData({ isWide: isWideWidth(size.windowWidth) });
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load() {
    try {
      const [sets, me] = await Promise.all([listFactorSets(), readMe()]);
      const views = viewSets(sets, Date.now());
      const before = views.find(({ setId }) => setId === this.data.chosen?.setId);
      this.setData({
        state: 'ready',
        isRetrying: false,
        sets: views,
        mayImport: me.permissions.has('factors.import'),
        chosen: before ?? views.find(({ tone }) => tone === 'green') ?? views[0] ?? null,
      });
    } catch (error) {
      if (this.data.state === 'ready') return;
      const failure = viewStaffFailure(serviceErrorOf(error), Date.now());
      this.setData({ state: 'failed', failure, isRetrying: false });
    }
  },

  onRetry() {
    this.setData({ isRetrying: true });
    void this.load();
  },

  onSetTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id } = currentTarget.dataset as { id: string };
    const isOpen = this.data.chosen?.setId === id && !this.data.isWide;
    this.setData({ chosen: isOpen ? null : (this.data.sets.find(({ setId }) => setId === id) ?? null) });
  },

  onImport() {
    wx.navigateTo({ url: staffRoutes.factorImport });
  },
});
