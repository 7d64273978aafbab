import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { freshPage } from '../fresh-page';
import { listedPage, noRows } from '../listed-page';
import { type ApprovalSummary, listApprovals, type WhichApprovals } from '../services/approvals';
import { readMe } from '../services/me';
import { type ApprovalRow, type EmptyWords, emptyWords, viewApprovalRow } from '../views/approvals';
import { staffRoutes } from '../views/staff-routes';
import { isWideWindow, widePage } from '../wide-window';

const tabs = [
  { key: 'decide', name: '等我审批' },
  { key: 'mine', name: '我提出的' },
];
const allTab = { key: 'all', name: '全部' };

livePage({
  data: {
    theme: currentTheme(),
    isWide: isWideWindow(),
    /** Display. */
    tabs,
    empty: emptyWords.decide as EmptyWords,
    /** Parameter. */
    which: 'decide' as WhichApprovals,
    /** Server. */
    ...noRows,
    rows: null as ApprovalRow[] | null,
    /** State: what stands beside the list in a wide window. */
    chosenId: '',
  },

  ...listedPage,
  ...widePage,
  ...freshPage,

  onLoad({ which }: Record<string, string | undefined>) {
    if (which === 'mine' || which === 'all') this.setData({ which, empty: emptyWords[which] });
    this.showAllTab();
  },

  onShow() {
    this.setData({ isWide: isWideWindow() });
    void this.refresh();
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
    void this.ask({ which, empty: emptyWords[which], chosenId: '' });
  },

  onEmptyAct() {
    if (this.data.which === 'decide') this.turnTo('mine');
    else wx.navigateTo({ url: staffRoutes.elevate });
  },

  async readItems(cursor: string | null) {
    const { approvals, nextCursor } = await listApprovals(this.data.which, cursor);
    return { items: approvals, nextCursor };
  },

  viewRows(approvals: ApprovalSummary[]): ApprovalRow[] {
    const nowMs = Date.now();
    return approvals.map(approval => viewApprovalRow(approval, nowMs));
  },

  onRowTap(event: WechatMiniprogram.TouchEvent) {
    const { approvalId } = event.currentTarget.dataset as { approvalId: string };
    if (this.data.isWide) this.setData({ chosenId: approvalId });
    else wx.navigateTo({ url: staffRoutes.approval(approvalId) });
  },
});
