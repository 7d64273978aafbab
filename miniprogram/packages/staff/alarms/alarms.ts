import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { whenConfirmed } from '../confirmation';
import {
  acknowledgeAlarm,
  listAlarms,
  readPayingOut,
  readVerification,
  requestResume,
} from '../services/alarms';
import { readMe } from '../services/me';
import {
  type AlarmView,
  type CheckView,
  type PayingView,
  viewAlarm,
  viewCheck,
  viewPaying,
} from '../views/alarms';
import { viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';

type State = 'open' | 'acknowledged';

const noFailure = { text: '', code: '' };
const failureOf = (error: unknown) => viewStaffFailure(serviceErrorOf(error), Date.now());

livePage({
  data: {
    theme: currentTheme(),
    tabs: [
      { key: 'open', name: '待确认' },
      { key: 'acknowledged', name: '已确认' },
    ],
    which: 'open' as State,
    state: 'loading' as 'loading' | 'failed' | 'ready',
    failure: noFailure,
    /** Server. */
    paying: null as PayingView | null,
    check: null as CheckView | null,
    alarms: [] as AlarmView[],
    mayAcknowledge: false,
    mayResume: false,
    mayOpenEntries: false,
    hasMore: false,
    moreFailure: noFailure,
    /** State: what is asked for, and of which alarm. */
    asking: '' as '' | 'acknowledge' | 'resume',
    alarmId: '',
    /** The alarm whose words for engineers are shown. */
    unfolded: '',
    isBusy: false,
    askFailure: noFailure,
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
    const { which } = this.data;
    try {
      const [page, paying, verification, me] = await Promise.all([
        listAlarms(which, null),
        readPayingOut(),
        readVerification(),
        readMe(),
      ]);
      if (which !== this.data.which) return;
      const nowMs = Date.now();
      this.cursor = page.nextCursor;
      this.setData({
        state: 'ready',
        failure: noFailure,
        alarms: page.alarms.map(alarm => viewAlarm(alarm, nowMs)),
        hasMore: page.nextCursor !== null,
        moreFailure: noFailure,
        paying: viewPaying(paying, nowMs),
        check: viewCheck(verification, nowMs),
        mayAcknowledge: me.permissions.has('alarms.acknowledge'),
        mayResume: me.permissions.has('books.resume'),
        mayOpenEntries: me.permissions.has('books.read'),
      });
    } catch (error) {
      if (which === this.data.which) this.setData({ state: 'failed', failure: failureOf(error) });
    }
  },

  async onReachBottom() {
    if (this.data.hasMore && this.data.moreFailure.text === '') await this.readMore();
  },

  async readMore() {
    const { which, alarms } = this.data;
    if (this.isReadingMore) return;
    this.isReadingMore = true;
    try {
      const page = await listAlarms(which, this.cursor);
      if (which !== this.data.which) return;
      this.cursor = page.nextCursor;
      const more = page.alarms.map(alarm => viewAlarm(alarm, Date.now()));
      this.setData({ alarms: [...alarms, ...more], hasMore: page.nextCursor !== null });
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

  onTab({ detail }: WechatMiniprogram.CustomEvent<{ key: State }>) {
    if (detail.key === this.data.which) return;
    this.setData({ which: detail.key, state: 'loading', alarms: [] });
    void this.load();
  },

  onEntryTap(event: WechatMiniprogram.TouchEvent) {
    const { key } = event.currentTarget.dataset as { key: string };
    wx.navigateTo({ url: staffRoutes.entry(key) });
  },

  onTechnicalTap(event: WechatMiniprogram.TouchEvent) {
    const { alarmId } = event.currentTarget.dataset as { alarmId: string };
    this.setData({ unfolded: this.data.unfolded === alarmId ? '' : alarmId });
  },

  onApprovalTap() {
    const { paying } = this.data;
    if (paying) wx.navigateTo({ url: staffRoutes.approval(paying.pendingApprovalId) });
  },

  onAcknowledgePress(event: WechatMiniprogram.CustomEvent) {
    const { alarmId } = event.currentTarget.dataset as { alarmId: string };
    this.setData({ asking: 'acknowledge', alarmId, askFailure: noFailure });
  },

  onResumePress() {
    this.setData({ asking: 'resume', askFailure: noFailure });
  },

  onAskClose() {
    this.setData({ asking: '' });
  },

  async onAskSubmit({ detail }: WechatMiniprogram.CustomEvent<{ text: string }>) {
    const { asking, alarmId, isBusy } = this.data;
    if (isBusy || asking === '') return;
    this.setData({ isBusy: true, askFailure: noFailure });
    try {
      if (asking === 'acknowledge') await this.acknowledge(alarmId, detail.text);
      else await this.askToResume(detail.text);
    } catch (error) {
      this.setData({ askFailure: failureOf(error) });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  async acknowledge(alarmId: string, note: string) {
    await whenConfirmed(this, () => acknowledgeAlarm(alarmId, note));
    this.setData({ asking: '' });
    wx.showToast({ title: '已确认', icon: 'success' });
    await this.load();
  },

  async askToResume(reason: string) {
    const { approvalId } = await whenConfirmed(this, () => requestResume(reason));
    this.setData({ asking: '' });
    wx.navigateTo({ url: staffRoutes.approval(approvalId) });
  },
});
