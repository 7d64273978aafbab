import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { notRead, readPage } from '../read-page';
import { readMe } from '../services/me';
import { listPartners } from '../services/partners';
import { type PartnerView, viewPartner } from '../views/partners';
import { staffRoutes } from '../views/staff-routes';

livePage({
  data: {
    theme: currentTheme(),
    ...notRead,
    /** Server. */
    partners: [] as PartnerView[],
    mayEdit: false,
  },

  ...readPage,

  async read() {
    const [{ partners }, me] = await Promise.all([listPartners(), readMe()]);
    const nowMs = Date.now();
    this.setData({
      partners: partners.map(partner => viewPartner(partner, nowMs)),
      mayEdit: me.permissions.has('partners.edit'),
    });
  },

  onPartnerTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: staffRoutes.partner(currentTarget.dataset.id as string) });
  },

  onNew() {
    wx.navigateTo({ url: staffRoutes.partner('') });
  },
});
