import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { whenConfirmed } from '../confirmation';
import { notRead, readPage } from '../read-page';
import { readMe } from '../services/me';
import { listParameters, type ParameterList, requestParameterChange } from '../services/parameters';
import type { Difference } from '../views/difference';
import {
  type Drafts,
  draftChanges,
  draftDifferences,
  type ParameterGroup,
  pendingApprovalIn,
  startOf,
  type VersionView,
  viewGroups,
  viewHistory,
} from '../views/parameters';
import { viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';
import { isWideWindow, widePage } from '../wide-window';

const DAY_MS = 86_400_000;
const noFailure = { text: '', code: '' };

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    isWide: isWideWindow(),
    ...notRead,
    /** Server. */
    groups: [] as ParameterGroup[],
    history: [] as VersionView[],
    pendingApprovalId: '',
    mayEdit: false,
    /** Form: the parameter that is being changed, and what all drafts come to. */
    editing: '',
    differences: [] as Difference[],
    hasProblem: false,
    tomorrow: '',
    /** State. */
    isAsking: false,
    isBusy: false,
    askFailure: noFailure,
  },

  ...readPage,
  ...widePage,

  list: null as ParameterList | null,
  drafts: {} as Record<string, string>,
  /** What the server found wrong with a draft, until it is typed anew. */
  refused: {} as Record<string, string>,

  onLoad() {
    this.setData({ tomorrow: beijingDay(Date.now() + DAY_MS) });
  },

  async read() {
    const [list, me] = await Promise.all([listParameters(), readMe()]);
    this.list = list;
    const pendingApprovalId = pendingApprovalIn(list);
    this.setData({
      history: viewHistory(list, Date.now()),
      pendingApprovalId,
      mayEdit: me.permissions.has('parameters.edit') && pendingApprovalId === '',
    });
    this.showDrafts();
  },

  showDrafts() {
    if (this.list === null) return;
    const drafts: Drafts = this.drafts;
    const groups = viewGroups(this.list, drafts, Date.now()).map(group => ({
      ...group,
      parameters: group.parameters.map(one => ({
        ...one,
        problem: one.problem || this.refused[one.path] || '',
      })),
    }));
    this.setData({
      groups,
      differences: draftDifferences(this.list, drafts),
      hasProblem: groups.some(({ parameters }) => parameters.some(({ problem }) => problem !== '')),
    });
  },

  onEditTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { path } = currentTarget.dataset as { path: string };
    this.setData({ editing: this.data.editing === path ? '' : path });
  },

  onDraft({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.change(currentTarget.dataset.path as string, detail.value);
  },

  onSwitchTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { path, draft } = currentTarget.dataset as { path: string; draft: string };
    if (this.data.mayEdit) this.change(path, draft === '1' ? '0' : '1');
  },

  change(path: string, draft: string) {
    this.drafts[path] = draft;
    delete this.refused[path];
    this.showDrafts();
  },

  onUndoTap() {
    this.drafts = {};
    this.refused = {};
    this.setData({ editing: '' });
    this.showDrafts();
  },

  onAskPress() {
    const wrong = this.data.groups.flatMap(({ parameters }) => parameters).find(one => one.problem !== '');
    if (wrong) wx.pageScrollTo({ selector: `#${wrong.anchor}` });
    else this.setData({ isAsking: true, askFailure: noFailure });
  },

  onAskClose() {
    this.setData({ isAsking: false });
  },

  async onAskSubmit({ detail }: WechatMiniprogram.CustomEvent<{ reason: string; startDay: string }>) {
    const changes = this.list && draftChanges(this.list, this.drafts);
    if (this.data.isBusy || !changes) return;
    this.setData({ isBusy: true, askFailure: noFailure });
    const { reason, startDay } = detail;
    try {
      const asked = { changes, activeFromMs: startOf(startDay), reason };
      const { approvalId } = await whenConfirmed(this, () => requestParameterChange(asked));
      this.finish(approvalId);
    } catch (error) {
      this.showRefusal(error);
    } finally {
      this.setData({ isBusy: false });
    }
  },

  finish(approvalId: string) {
    this.onUndoTap();
    this.selectComponent('#request').clear();
    this.setData({ isAsking: false });
    wx.navigateTo({ url: staffRoutes.approval(approvalId) });
  },

  /** What is wrong with one value stands at that value. */
  showRefusal(thrown: unknown) {
    const error = serviceErrorOf(thrown);
    const { field, reason } = error.details;
    if (typeof field === 'string' && typeof reason === 'string' && field in this.drafts) {
      this.refused[field] = reason;
      this.setData({ isAsking: false, editing: field });
      this.showDrafts();
    } else this.setData({ askFailure: viewStaffFailure(error, Date.now()) });
  },

  onApprovalTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: staffRoutes.approval(currentTarget.dataset.id as string) });
  },
});
