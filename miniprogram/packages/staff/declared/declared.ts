import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { freshPage } from '../fresh-page';
import { listedPage, noRows } from '../listed-page';
import { listReports, type WaitingReport } from '../services/reports';
import { viewWaiting, type WaitingView } from '../views/reports';
import { staffRoutes } from '../views/staff-routes';

type Queue = 'first' | 'appeal';

const tabsOf = (counts: { first: number; appeal: number }) => [
  { key: 'first', name: counts.first > 0 ? `待审核 ${counts.first}` : '待审核' },
  { key: 'appeal', name: counts.appeal > 0 ? `待复核 ${counts.appeal}` : '待复核' },
];

livePage({
  data: {
    theme: currentTheme(),
    tabs: tabsOf({ first: 0, appeal: 0 }),
    /** Parameter. */
    queue: 'first' as Queue,
    /** Server. */
    ...noRows,
    rows: null as WaitingView[] | null,
  },

  ...listedPage,
  ...freshPage,

  async readItems(cursor: string | null) {
    const { reports, nextCursor, counts } = await listReports(this.data.queue, cursor);
    this.setData({ tabs: tabsOf(counts) });
    return { items: reports, nextCursor };
  },

  viewRows(reports: WaitingReport[]): WaitingView[] {
    const nowMs = Date.now();
    return reports.map(report => viewWaiting(report, nowMs));
  },

  onTab({ detail }: WechatMiniprogram.CustomEvent<{ key: Queue }>) {
    if (detail.key !== this.data.queue) void this.ask({ queue: detail.key });
  },

  onReportTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: staffRoutes.declaredTrip(String(currentTarget.dataset.reportId)) });
  },
});
