import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import type { FailureView } from '../../../views/failure';
import { type ApprovalPage, listApprovals, type WhichApprovals } from '../services/approvals';
import { readMe } from '../services/me';
import { type ApprovalRow, type EmptyWords, emptyWords, viewApprovalRow } from '../views/approvals';
import { viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';
import { isWideWidth, isWideWindow } from '../wide-window';

const tabs = [
  { key: 'decide', name: '等我审批' },
  { key: 'mine', name: '我提出的' },
];
const allTab = { key: 'all', name: '全部' };

const failureOf = (error: unknown): FailureView => viewStaffFailure(serviceErrorOf(error), Date.now());
const rowsOf = ({ approvals }: ApprovalPage): ApprovalRow[] => {
  const nowMs = Date.now();
  return approvals.map(approval => viewApprovalRow(approval, nowMs));
};

livePage({
  data: {
    theme: currentTheme(),
    isWide: isWideWindow(),
    /** Display. */
    tabs,
    empty: emptyWords.decide as EmptyWords,
    /** Parameter. */
    which: 'decide' as WhichApprovals,
    /** Server: null until the list is known. */
    rows: null as ApprovalRow[] | null,
    hasMore: false,
    /** State: what stands beside the list in a wide window. */
    chosenId: '',
    failure: null as FailureView | null,
    moreFailure: null as FailureView | null,
  },

  cursor: null as string | null,
  /** Counts the lists that were asked for: an answer for an older one is not shown. */
  round: 0,
  isReadingMore: false,

  onLoad({ which }: Record<string, string | undefined>) {
    if (which === 'mine' || which === 'all') this.setData({ which, empty: emptyWords[which] });
    this.showAllTab();
  },

  onShow() {
    this.setData({ isWide: isWideWindow() });
    this.refresh();
  },

  onReconnect() {
    void this.refresh();
  },

  onResize({ size }: WechatMiniprogram.Page.IResizeOption) {
    this.setData({ isWide: isWideWidth(size.windowWidth) });
  },

  async onPullDownRefresh() {
    await this.refresh();
    wx.stopPullDownRefresh();
  },

  /** Without it the other two lists are all that there is. */
  async showAllTab() {
    const me = await readMe().catch(() => null);
    if (me?.permissions.has('approvals.read')) this.setData({ tabs: [...tabs, allTab] });
  },

  onTabChange({ detail }: WechatMiniprogram.CustomEvent<{ key: WhichApprovals }>) {
    this.turnTo(detail.key);
  },

  turnTo(which: WhichApprovals) {
    this.setData({ which, empty: emptyWords[which], rows: null, failure: null, chosenId: '' });
    this.refresh();
  },

  onEmptyAct() {
    if (this.data.which === 'decide') this.turnTo('mine');
    else wx.navigateTo({ url: staffRoutes.elevate });
  },

  async refresh() {
    this.round += 1;
    const { round } = this;
    try {
      const page = await listApprovals(this.data.which, null);
      if (round !== this.round) return;
      this.cursor = page.nextCursor;
      this.setData({
        rows: rowsOf(page),
        hasMore: page.nextCursor !== null,
        failure: null,
        moreFailure: null,
      });
    } catch (error) {
      if (round === this.round) this.setData({ failure: failureOf(error) });
    }
  },

  onReachBottom() {
    this.readMore();
  },

  async readMore() {
    const { cursor, round } = this;
    if (cursor === null || this.isReadingMore) return;
    this.isReadingMore = true;
    try {
      const page = await listApprovals(this.data.which, cursor);
      if (round !== this.round) return;
      this.cursor = page.nextCursor;
      const rows = [...(this.data.rows ?? []), ...rowsOf(page)];
      this.setData({ rows, hasMore: page.nextCursor !== null, moreFailure: null });
    } catch (error) {
      if (round === this.round) this.setData({ moreFailure: failureOf(error) });
    } finally {
      this.isReadingMore = false;
    }
  },

  onRowTap(event: WechatMiniprogram.TouchEvent) {
    const { approvalId } = event.currentTarget.dataset as { approvalId: string };
    if (this.data.isWide) this.setData({ chosenId: approvalId });
    else wx.navigateTo({ url: staffRoutes.approval(approvalId) });
  },
});
