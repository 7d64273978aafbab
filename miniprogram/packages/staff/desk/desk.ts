import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import type { FailureView } from '../../../views/failure';
import { freshPage } from '../fresh-page';
import { listApprovals } from '../services/approvals';
import { type Entrance, enterDesk, readTodos, withdrawApplication } from '../services/desk';
import { type ApprovalRow, byUrgency, viewApprovalRow } from '../views/approvals';
import {
  type ApplicationView,
  alarmBanner,
  confirmedText,
  type DeskLink,
  type MemberHead,
  type ReminderView,
  restingWords,
  todoLinks,
  toolsFor,
  viewApplication,
  viewMember,
  viewReminders,
} from '../views/desk';
import { viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';

/** More reminders than fit below each other at a glance are behind a tap. */
const REMINDERS_SHOWN = 5;

/** As many as are seen without scrolling past the rest; the others are a tap away. */
const APPROVALS_SHOWN = 3;

/** Who somebody is, as far as words stand for it. */
function viewEntrance({ state, stateReason, member, application, claimable }: Entrance) {
  const isResting = state === 'disabled' || state === 'on-leave' || state === 'removed';
  return {
    state: state as Entrance['state'] | '',
    member: member && viewMember(member),
    application: application && viewApplication(application, Date.now()),
    restingTitle: isResting ? restingWords[state] : '',
    restingReason: stateReason ?? '',
    isClaimable: claimable,
  };
}

livePage({
  data: {
    theme: currentTheme(),
    /** Server: empty until it is known who somebody is. */
    state: '' as Entrance['state'] | '',
    member: null as MemberHead | null,
    application: null as ApplicationView | null,
    restingTitle: '',
    restingReason: '',
    isClaimable: false,
    confirmed: '',
    /** Server: null until it is known what waits. */
    todos: null as DeskLink[] | null,
    banner: null as ReturnType<typeof alarmBanner>,
    approvals: [] as ApprovalRow[],
    toDecide: '',
    tools: [] as ReturnType<typeof toolsFor>,
    reminders: [] as ReminderView[],
    hiddenReminders: 0,
    mine: '',
    /** State. */
    isWithdrawing: false,
    failure: null as FailureView | null,
    routes: staffRoutes,
  },

  allReminders: [] as ReminderView[],

  ...freshPage,

  async refresh() {
    try {
      const entrance = await enterDesk();
      this.setData({ ...viewEntrance(entrance), failure: null });
      if (entrance.state === 'in') await this.showDesk(entrance);
    } catch (error) {
      this.setData({ failure: viewStaffFailure(serviceErrorOf(error), Date.now()) });
    }
  },

  async showDesk({ member, confirmedUntilMs }: Entrance) {
    const [todos, waiting] = await Promise.all([readTodos(), listApprovals('decide', null)]);
    const nowMs = Date.now();
    this.allReminders = viewReminders(todos.reminders, nowMs);
    this.setData({
      confirmed: confirmedText(confirmedUntilMs),
      todos: todoLinks(todos, member?.permissions ?? []),
      banner: alarmBanner(todos),
      approvals: byUrgency(waiting.approvals)
        .slice(0, APPROVALS_SHOWN)
        .map(one => viewApprovalRow(one, nowMs)),
      toDecide: todos.toDecide > APPROVALS_SHOWN ? `全部 ${todos.toDecide} 件` : '',
      tools: toolsFor(member?.permissions ?? []),
      mine: todos.mine === 0 ? '' : `${todos.mine} 件在审批`,
      reminders: this.allReminders.slice(0, REMINDERS_SHOWN),
      hiddenReminders: Math.max(0, this.allReminders.length - REMINDERS_SHOWN),
    });
  },

  onAllApprovals() {
    wx.navigateTo({ url: staffRoutes.approvals('decide') });
  },

  onAllReminders() {
    this.setData({ reminders: this.allReminders, hiddenReminders: 0 });
  },

  onNumberTap() {
    if (this.data.member !== null) wx.setClipboardData({ data: this.data.member.number });
  },

  onApplyPress() {
    wx.navigateTo({ url: staffRoutes.apply });
  },

  onCodePress() {
    wx.navigateTo({ url: staffRoutes.code });
  },

  onApprovalTap(event: WechatMiniprogram.TouchEvent) {
    const { approvalId } = event.currentTarget.dataset as { approvalId: string };
    if (approvalId !== '') wx.navigateTo({ url: staffRoutes.approval(approvalId) });
  },

  async onWithdrawPress() {
    const { application, isWithdrawing } = this.data;
    if (application === null || isWithdrawing) return;
    this.setData({ isWithdrawing: true });
    try {
      const answer = await wx.showModal({
        title: '撤回申请？',
        content: '撤回后可以改好再提交，审批要从头开始。',
        confirmText: '撤回',
        cancelText: '再想想',
      });
      if (!answer.confirm) return;
      await withdrawApplication(application.applicationId);
      await this.refresh();
    } catch (error) {
      this.setData({ failure: viewStaffFailure(serviceErrorOf(error), Date.now()) });
    } finally {
      this.setData({ isWithdrawing: false });
    }
  },
});
