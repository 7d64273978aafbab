import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { whenConfirmed } from '../confirmation';
import { failureOf } from '../failure-of';
import { freshPage } from '../fresh-page';
import { listedPage, noRows } from '../listed-page';
import {
  type Alarm,
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
import { staffRoutes } from '../views/staff-routes';

type State = 'open' | 'acknowledged';

const noFailure = { text: '', code: '' };
livePage({
  data: {
    theme: currentTheme(),
    tabs: [
      { key: 'open', name: '待确认' },
      { key: 'acknowledged', name: '已确认' },
    ],
    which: 'open' as State,
    /** Server. */
    paying: null as PayingView | null,
    check: null as CheckView | null,
    ...noRows,
    rows: null as AlarmView[] | null,
    mayAcknowledge: false,
    mayResume: false,
    mayOpenEntries: false,
    /** State: what is asked for, and of which alarm. */
    asking: '' as '' | 'acknowledge' | 'resume',
    alarmId: '',
    /** The alarm whose words for engineers are shown. */
    unfolded: '',
    isBusy: false,
    askFailure: noFailure,
  },

  ...listedPage,
  ...freshPage,

  /** With the first page comes how the books stand. */
  async readItems(cursor: string | null) {
    const page = listAlarms(this.data.which, cursor);
    const [{ alarms, nextCursor }] = await Promise.all([page, cursor === null ? this.readBooks() : null]);
    return { items: alarms, nextCursor };
  },

  viewRows(alarms: Alarm[]): AlarmView[] {
    const nowMs = Date.now();
    return alarms.map(alarm => viewAlarm(alarm, nowMs));
  },

  async readBooks() {
    const [paying, verification, me] = await Promise.all([readPayingOut(), readVerification(), readMe()]);
    const nowMs = Date.now();
    this.setData({
      paying: viewPaying(paying, nowMs),
      check: viewCheck(verification, nowMs),
      mayAcknowledge: me.permissions.has('alarms.acknowledge'),
      mayResume: me.permissions.has('books.resume'),
      mayOpenEntries: me.permissions.has('books.read'),
    });
  },

  onTab({ detail }: WechatMiniprogram.CustomEvent<{ key: State }>) {
    if (detail.key !== this.data.which) void this.ask({ which: detail.key });
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
    await this.refresh();
  },

  async askToResume(reason: string) {
    const { approvalId } = await whenConfirmed(this, () => requestResume(reason));
    this.setData({ asking: '' });
    wx.navigateTo({ url: staffRoutes.approval(approvalId) });
  },
});
