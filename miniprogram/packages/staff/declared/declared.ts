import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { listReports } from '../services/reports';
import { viewWaiting, type WaitingView } from '../views/reports';
import { viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';

type Queue = 'first' | 'appeal';

const noFailure = { text: '', code: '' };
const failureOf = (error: unknown) => viewStaffFailure(serviceErrorOf(error), Date.now());

const tabsOf = (counts: { first: number; appeal: number }) => [
  { key: 'first', name: counts.first > 0 ? `待审核 ${counts.first}` : '待审核' },
  { key: 'appeal', name: counts.appeal > 0 ? `待复核 ${counts.appeal}` : '待复核' },
];

livePage({
  data: {
    theme: currentTheme(),
    tabs: tabsOf({ first: 0, appeal: 0 }),
    queue: 'first' as Queue,
    state: 'loading' as 'loading' | 'failed' | 'ready',
    failure: noFailure,
    /** Server. */
    reports: [] as WaitingView[],
    hasMore: false,
    moreFailure: noFailure,
  },

  cursor: null as string | null,
  isReadingMore: false,

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
    const { queue } = this.data;
    try {
      const page = await listReports(queue, null);
      if (queue !== this.data.queue) return;
      this.cursor = page.nextCursor;
      this.setData({
        state: 'ready',
        failure: noFailure,
        tabs: tabsOf(page.counts),
        reports: page.reports.map(report => viewWaiting(report, Date.now())),
        hasMore: page.nextCursor !== null,
        moreFailure: noFailure,
      });
    } catch (error) {
      if (queue === this.data.queue) this.setData({ state: 'failed', failure: failureOf(error) });
    }
  },

  async onReachBottom() {
    if (this.data.hasMore && this.data.moreFailure.text === '') await this.readMore();
  },

  async readMore() {
    const { queue, reports } = this.data;
    if (this.isReadingMore) return;
    this.isReadingMore = true;
    try {
      const page = await listReports(queue, this.cursor);
      if (queue !== this.data.queue) return;
      this.cursor = page.nextCursor;
      const more = page.reports.map(report => viewWaiting(report, Date.now()));
      this.setData({ reports: [...reports, ...more], hasMore: page.nextCursor !== null });
    } catch (error) {
      this.setData({ moreFailure: failureOf(error) });
    } finally {
      this.isReadingMore = false;
    }
  },

  onRetryMore() {
    this.setData({ moreFailure: noFailure });
    void this.readMore();
  },

  onTab({ detail }: WechatMiniprogram.CustomEvent<{ key: Queue }>) {
    if (detail.key === this.data.queue) return;
    this.setData({ queue: detail.key, state: 'loading', reports: [] });
    void this.load();
  },

  onReportTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: staffRoutes.declaredTrip(String(currentTarget.dataset.reportId)) });
  },
});
