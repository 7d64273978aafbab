import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { notRead, readPage } from '../read-page';
import { listFactorSets } from '../services/factors';
import { readMe } from '../services/me';
import { type FactorSetView, viewSets } from '../views/factors';
import { staffRoutes } from '../views/staff-routes';
import { isWideWindow, widePage } from '../wide-window';

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    isWide: isWideWindow(),
    ...notRead,
    /** Server. */
    sets: [] as FactorSetView[],
    mayImport: false,
    /** State: the set that is open. */
    chosen: null as FactorSetView | null,
  },

  ...readPage,
  ...widePage,

  async read() {
    const [sets, me] = await Promise.all([listFactorSets(), readMe()]);
    const views = viewSets(sets, Date.now());
    const before = views.find(({ setId }) => setId === this.data.chosen?.setId);
    this.setData({
      sets: views,
      mayImport: me.permissions.has('factors.import'),
      chosen: before ?? views.find(({ tone }) => tone === 'green') ?? views[0] ?? null,
    });
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
