import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { whenConfirmed } from '../confirmation';
import { notRead, readPage } from '../read-page';
import { readMe } from '../services/me';
import { listMerchants, requestSettlement, type SettlementRequest } from '../services/merchants';
import { type MerchantView, viewMerchant } from '../views/merchants';
import { viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';

const noFailure = { text: '', code: '' };

livePage({
  data: {
    theme: currentTheme(),
    ...notRead,
    /** Server. */
    merchants: [] as MerchantView[],
    maySettle: false,
    /** State: whom something is to be settled with. */
    chosen: null as MerchantView | null,
    isBusy: false,
    askFailure: noFailure,
  },

  ...readPage,

  async read() {
    const [merchants, me] = await Promise.all([listMerchants(), readMe()]);
    this.setData({
      merchants: merchants.map(viewMerchant),
      maySettle: me.permissions.has('merchants.settle'),
    });
  },

  onMerchantTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id } = currentTarget.dataset as { id: string };
    const merchant = this.data.merchants.find(({ merchantId }) => merchantId === id);
    if (!merchant) return;
    const { pendingApprovalId } = merchant;
    if (pendingApprovalId !== '') wx.navigateTo({ url: staffRoutes.approval(pendingApprovalId) });
    else if (this.data.maySettle && merchant.rest > 0)
      this.setData({ chosen: merchant, askFailure: noFailure });
  },

  onAskClose() {
    this.setData({ chosen: null });
  },

  async onAskSubmit({ detail }: WechatMiniprogram.CustomEvent<Omit<SettlementRequest, 'merchantId'>>) {
    const { chosen, isBusy } = this.data;
    if (isBusy || chosen === null) return;
    this.setData({ isBusy: true, askFailure: noFailure });
    try {
      const request = { merchantId: chosen.merchantId, ...detail };
      const { approvalId } = await whenConfirmed(this, () => requestSettlement(request));
      this.selectComponent('#settlement').clear();
      this.setData({ chosen: null });
      wx.navigateTo({ url: staffRoutes.approval(approvalId) });
    } catch (error) {
      this.setData({ askFailure: viewStaffFailure(serviceErrorOf(error), Date.now()) });
    } finally {
      this.setData({ isBusy: false });
    }
  },
});
