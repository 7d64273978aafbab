import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { whenConfirmed } from '../confirmation';
import { notRead, readPage } from '../read-page';
import { readMe } from '../services/me';
import { listPools, type RetirementRequest, requestRetirement } from '../services/pools';
import { type PoolView, type RetiredView, viewPool, viewRetired } from '../views/pools';
import { viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';

const noFailure = { text: '', code: '' };

livePage({
  data: {
    theme: currentTheme(),
    ...notRead,
    /** Server. */
    pools: [] as PoolView[],
    retired: [] as RetiredView[],
    mayRetire: false,
    mayOpenEntries: false,
    /** State: the pool that grams are to be retired from. */
    chosen: null as PoolView | null,
    isBusy: false,
    askFailure: noFailure,
  },

  ...readPage,

  async read() {
    const [{ pools, retired }, me] = await Promise.all([listPools(), readMe()]);
    const nowMs = Date.now();
    this.setData({
      pools: pools.map(viewPool),
      retired: retired.map(one => viewRetired(one, nowMs)),
      mayRetire: me.permissions.has('pools.retire'),
      mayOpenEntries: me.permissions.has('books.read'),
    });
  },

  onPoolTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { origin } = currentTarget.dataset as { origin: string };
    const pool = this.data.pools.find(one => one.origin === origin);
    if (!pool) return;
    const { pendingApprovalId } = pool;
    if (pendingApprovalId !== '') wx.navigateTo({ url: staffRoutes.approval(pendingApprovalId) });
    else if (this.data.mayRetire && pool.rest > 0) this.setData({ chosen: pool, askFailure: noFailure });
  },

  onRetiredTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { key } = currentTarget.dataset as { key: string };
    if (this.data.mayOpenEntries) wx.navigateTo({ url: staffRoutes.entry(key) });
  },

  onAskClose() {
    this.setData({ chosen: null });
  },

  async onAskSubmit({ detail }: WechatMiniprogram.CustomEvent<Omit<RetirementRequest, 'origin'>>) {
    const { chosen, isBusy } = this.data;
    if (isBusy || chosen === null) return;
    this.setData({ isBusy: true, askFailure: noFailure });
    try {
      const request = { origin: chosen.origin, ...detail };
      const { approvalId } = await whenConfirmed(this, () => requestRetirement(request));
      this.selectComponent('#retirement').clear();
      this.setData({ chosen: null });
      wx.navigateTo({ url: staffRoutes.approval(approvalId) });
    } catch (error) {
      this.setData({ askFailure: viewStaffFailure(serviceErrorOf(error), Date.now()) });
    } finally {
      this.setData({ isBusy: false });
    }
  },
});
