import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { readMe } from '../services/me';
import { listPartners } from '../services/partners';
import { type PartnerView, viewPartner } from '../views/partners';
import { viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';

livePage({
  data: {
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | 'ready',
    failure: { text: '', code: '' },
    isRetrying: false,
    /** Server. */
    partners: [] as PartnerView[],
    mayEdit: false,
  },

  onShow() {
    void this.load();
  },

  onReconnect() {
    void this.load();
  },

  async onPullDownRefresh() {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load() {
    try {
      const [{ partners }, me] = await Promise.all([listPartners(), readMe()]);
      const nowMs = Date.now();
      this.setData({
        state: 'ready',
        isRetrying: false,
        partners: partners.map(partner => viewPartner(partner, nowMs)),
        mayEdit: me.permissions.has('partners.edit'),
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

  onPartnerTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: staffRoutes.partner(currentTarget.dataset.id as string) });
  },

  onNew() {
    wx.navigateTo({ url: staffRoutes.partner('') });
  },
});
