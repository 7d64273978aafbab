import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { whenConfirmed } from '../confirmation';
import { notRead, readPage } from '../read-page';
import { type Fund, type FundChange, listFunds, requestFundChange } from '../services/funds';
import { readMe } from '../services/me';
import { type FundView, formOfFund, viewFund } from '../views/funds';
import { viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';

const noFailure = { text: '', code: '' };

livePage({
  data: {
    theme: currentTheme(),
    ...notRead,
    /** Server. */
    funds: [] as FundView[],
    mayEdit: false,
    /** Form: what the sheet begins with, and whether it is a new fund. */
    form: formOfFund(null, 0),
    isNew: true,
    /** State. */
    isAsking: false,
    isBusy: false,
    askFailure: noFailure,
  },

  found: [] as Fund[],

  ...readPage,

  async read() {
    const [funds, me] = await Promise.all([listFunds(), readMe()]);
    this.found = funds;
    this.setData({ funds: funds.map(viewFund), mayEdit: me.permissions.has('funds.edit') });
  },

  onFundTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { id } = currentTarget.dataset as { id: string };
    const fund = this.found.find(({ fundId }) => fundId === id) ?? null;
    if (fund === null) return;
    if (fund.pendingApprovalId !== null) wx.navigateTo({ url: staffRoutes.approval(fund.pendingApprovalId) });
    else if (this.data.mayEdit) this.ask(fund);
  },

  onNew() {
    this.ask(null);
  },

  ask(fund: Fund | null) {
    const form = formOfFund(fund, this.found.length);
    this.setData({ form, isNew: fund === null, isAsking: true, askFailure: noFailure });
  },

  onAskClose() {
    this.setData({ isAsking: false });
  },

  async onAskSubmit({ detail }: WechatMiniprogram.CustomEvent<FundChange>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, askFailure: noFailure });
    try {
      const { approvalId } = await whenConfirmed(this, () => requestFundChange(detail));
      this.setData({ isAsking: false });
      wx.navigateTo({ url: staffRoutes.approval(approvalId) });
    } catch (error) {
      this.setData({ askFailure: viewStaffFailure(serviceErrorOf(error), Date.now()) });
    } finally {
      this.setData({ isBusy: false });
    }
  },
});
