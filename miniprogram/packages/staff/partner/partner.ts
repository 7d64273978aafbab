import { livePage } from '../../../services/live-page';
import { ServiceError, serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { beijingDay, momentText } from '../../../views/beijing-time';
import { whenConfirmed } from '../confirmation';
import { notRead, readPage } from '../read-page';
import { readMe } from '../services/me';
import {
  collectSecret,
  listPartners,
  type Partner,
  partnerDay,
  requestPartnerChange,
  requestRotation,
} from '../services/partners';
import type { Difference } from '../views/difference';
import type { PastedRequest } from '../views/partner-trial';
import {
  changeOf,
  type DayView,
  formOf,
  type PartnerForm,
  type PartnerView,
  partnerDifferences,
  partnerProblems,
  viewDay,
  viewPartner,
} from '../views/partners';
import { type FieldProblems, hasProblems, problemsOf, viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';
import { isWideWindow, widePage } from '../wide-window';
import { checkPasted, noTrial, readSandbox } from './sandbox-trial';

const DAY_MS = 86_400_000;
const formFields = ['partnerId', 'name', 'city', 'modes', 'requestsAMinute'];
const noFailure = { text: '', code: '' };
const failureOf = (error: unknown) => viewStaffFailure(serviceErrorOf(error), Date.now());

livePage({
  data: {
    theme: currentTheme(),
    isWide: isWideWindow(),
    today: beijingDay(Date.now()),
    ...notRead,
    /** Server. Null for a partner that is still to come. */
    partner: null as PartnerView | null,
    cities: [] as string[],
    modes: [] as string[],
    mayEdit: false,
    mayReconcile: false,
    /** The new secret and until when the old one is good; on the screen only, never stored. */
    secret: '',
    secretNote: '',
    /** Form. */
    isEditing: false,
    form: null as PartnerForm | null,
    problems: {} as FieldProblems,
    differences: [] as Difference[],
    /** State: what is asked for at the moment. */
    asking: '' as '' | 'change' | 'rotation',
    isBusy: false,
    askFailure: noFailure,
    collectFailure: noFailure,
    /** Self-test in the sandbox. */
    ...noTrial,
    /** Reconciliation. */
    day: beijingDay(Date.now() - DAY_MS),
    found: null as DayView | null,
    isReading: false,
    dayFailure: noFailure,
  },

  ...readPage,
  ...widePage,

  partnerId: '',
  before: null as Partner | null,

  onLoad({ partnerId = '' }: { partnerId?: string }) {
    this.partnerId = partnerId;
    if (partnerId === '') wx.setNavigationBarTitle({ title: '接入合作方' });
  },

  async read() {
    const [{ partners, cities, modes }, me] = await Promise.all([listPartners(), readMe()]);
    this.before = partners.find(({ partnerId }) => partnerId === this.partnerId) ?? null;
    if (this.before === null && this.partnerId !== '') throw new ServiceError('NOT_FOUND', '没有这个合作方');
    this.setData({
      partner: this.before && viewPartner(this.before, Date.now()),
      cities,
      modes,
      mayEdit: me.permissions.has('partners.edit'),
      mayReconcile: me.permissions.has('partners.reconcile'),
    });
    if (this.before === null) this.edit();
    else wx.setNavigationBarTitle({ title: this.before.name });
    if (this.before?.state === 'sandbox') readSandbox(this.partnerId).then(found => this.setData(found));
    if (this.data.mayReconcile && this.before !== null && this.data.found === null) void this.readDay();
  },

  /** What has been typed stays. */
  edit() {
    this.setData({
      isEditing: true,
      form: this.data.form ?? formOf(this.before, this.data.cities),
      problems: {},
    });
  },

  onEditTap() {
    if (this.data.isEditing) this.setData({ isEditing: false, form: null });
    else this.edit();
  },

  onForm({ detail }: WechatMiniprogram.CustomEvent<Partial<PartnerForm>>) {
    const problems = Object.entries(this.data.problems).filter(([field]) => !(field in detail));
    this.setData({
      form: { ...(this.data.form as PartnerForm), ...detail },
      problems: Object.fromEntries(problems),
    });
  },

  onChangePress() {
    const form = this.data.form as PartnerForm;
    const problems = partnerProblems(form);
    const differences = partnerDifferences(this.before && formOf(this.before, []), form);
    this.setData({ problems, differences });
    if (hasProblems(problems)) wx.pageScrollTo({ scrollTop: 0 });
    else if (differences.length === 0) wx.showToast({ title: '没有改动', icon: 'none' });
    else this.setData({ asking: 'change', askFailure: noFailure });
  },

  onRotatePress() {
    this.setData({ asking: 'rotation', askFailure: noFailure });
  },

  onAskClose() {
    this.setData({ asking: '' });
  },

  async onAskSubmit({ detail: { reason } }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    const { asking, form, isBusy } = this.data;
    if (isBusy || asking === '') return;
    this.setData({ isBusy: true, askFailure: noFailure });
    try {
      const { approvalId } = await whenConfirmed(this, () =>
        asking === 'rotation'
          ? requestRotation(this.partnerId, reason)
          : requestPartnerChange(changeOf(form as PartnerForm, reason)),
      );
      this.finish(approvalId);
    } catch (error) {
      this.showRefusal(error);
    } finally {
      this.setData({ isBusy: false });
    }
  },

  finish(approvalId: string) {
    const url = staffRoutes.approval(approvalId);
    this.selectComponent(`#request-${this.data.asking}`).clear();
    this.setData({ asking: '', isEditing: this.before === null, form: null });
    if (this.before === null) wx.redirectTo({ url });
    else wx.navigateTo({ url });
  },

  showRefusal(thrown: unknown) {
    const problems = problemsOf(serviceErrorOf(thrown), formFields);
    if (problems !== null && this.data.asking === 'change') this.setData({ problems, asking: '' });
    else this.setData({ askFailure: failureOf(thrown) });
  },

  onApprovalTap() {
    const { partner } = this.data;
    if (partner) wx.navigateTo({ url: staffRoutes.approval(partner.pendingApprovalId) });
  },

  async onCollectPress() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, collectFailure: noFailure });
    try {
      const { secret, oldEndsAtMs } = await whenConfirmed(this, () => collectSecret(this.partnerId));
      const end = oldEndsAtMs === null ? '' : `旧密钥到 ${momentText(oldEndsAtMs, Date.now())} 为止仍可用。`;
      this.setData({ secret, secretNote: `只显示这一次，离开就看不到了。${end}` });
      await this.refresh();
    } catch (error) {
      this.setData({ collectFailure: failureOf(error) });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  onSecretCopy() {
    wx.setClipboardData({ data: this.data.secret });
  },

  onDayRead({ detail }: WechatMiniprogram.CustomEvent<{ day: string }>) {
    this.setData({ day: detail.day });
    void this.readDay();
  },

  async readDay() {
    const { day } = this.data;
    this.setData({ isReading: true, dayFailure: noFailure, found: null });
    try {
      const found = await partnerDay(this.partnerId, day);
      if (day === this.data.day) this.setData({ found: viewDay(found, Date.now()), isReading: false });
    } catch (error) {
      if (day === this.data.day) this.setData({ dayFailure: failureOf(error), isReading: false });
    }
  },

  async onCheck({ detail }: WechatMiniprogram.CustomEvent<{ request: PastedRequest }>) {
    if (this.data.isChecking) return;
    this.setData({ isChecking: true, checkFailure: noFailure });
    this.setData(await checkPasted(this.partnerId, detail.request));
  },

  onHashCopy() {
    if (this.data.found) wx.setClipboardData({ data: this.data.found.hash });
  },
});
