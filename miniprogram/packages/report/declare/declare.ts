import { livePage } from '../../../services/live-page';
import { session } from '../../../services/riders';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { type FailureView, viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { chooseScreenshot } from '../services/choose-screenshot';
import { declare, readTerms, type Sent, sendPicture, type Terms } from '../services/reports';
import {
  type DeclareForm,
  declarationOf,
  type FormProblems,
  firstDay,
  firstForm,
  isByStations,
  problemAt,
  problemsOf,
  suggestStations,
} from '../views/declare-form';

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    ends: [
      { field: 'from', label: '起点', placeholder: '站名或地点' },
      { field: 'to', label: '终点', placeholder: '站名或地点' },
    ],
    today: '',
    firstDay: '',
    /** Server. */
    state: 'loading' as 'loading' | 'consent' | 'full' | 'form',
    terms: null as Terms | null,
    /** Form. */
    form: null as DeclareForm | null,
    byStations: false,
    suggestedFor: '' as '' | 'from' | 'to',
    suggestions: [] as string[],
    picture: '',
    agreed: false,
    problems: {} as FormProblems,
    /** State. */
    isBusy: false,
    failure: null as FailureView | null,
  },

  /** The picture that has arrived already: sent once, however often the form is sent. */
  sent: null as Sent | null,

  onShow() {
    if (this.data.state === 'loading' || this.data.state === 'consent') void this.start();
  },

  onReconnect() {
    if (this.data.failure !== null) void this.start();
  },

  async start() {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    try {
      const [{ consent }, terms] = await Promise.all([session(), readTerms()]);
      const nowMs = Date.now();
      const form = this.data.form ?? firstForm(terms, nowMs);
      const open = consent.given ? ('form' as const) : ('consent' as const);
      this.setData({
        state: terms.leftThisMonth === 0 ? 'full' : open,
        terms,
        form,
        byStations: isByStations(terms, form.mode),
        today: beijingDay(nowMs),
        firstDay: firstDay(terms, nowMs),
        failure: null,
      });
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  change(change: Partial<DeclareForm>) {
    const { form, terms, problems } = this.data;
    if (form === null || terms === null || this.data.isBusy) return;
    const next = { ...form, ...change };
    const solved = Object.fromEntries(Object.keys(change).map(field => [field, '']));
    this.setData({
      form: next,
      byStations: isByStations(terms, next.mode),
      problems: { ...problems, ...solved },
    });
  },

  onModeTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.change({ mode: String(currentTarget.dataset.mode) });
    this.setData({ suggestions: [] });
  },

  suggest(field: 'from' | 'to', typed: string) {
    const { terms, byStations } = this.data;
    const suggestions = terms && byStations ? suggestStations(terms.stations, typed) : [];
    this.setData({ suggestedFor: field, suggestions });
  },

  onTextInput({ currentTarget, detail }: WechatMiniprogram.Input) {
    const field = currentTarget.dataset.field as 'from' | 'to' | 'kilometres';
    this.change({ [field]: detail.value });
    if (field !== 'kilometres') this.suggest(field, detail.value);
  },

  onTextFocus({ currentTarget }: WechatMiniprogram.InputFocus) {
    const field = currentTarget.dataset.field as 'from' | 'to';
    this.suggest(field, this.data.form?.[field] ?? '');
  },

  onStationTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { suggestedFor } = this.data;
    if (suggestedFor !== '') this.change({ [suggestedFor]: String(currentTarget.dataset.station) });
    this.setData({ suggestions: [] });
  },

  onPick({ currentTarget, detail }: WechatMiniprogram.PickerChange) {
    const field = currentTarget.dataset.field as 'day' | 'fromClock' | 'toClock';
    this.change({ [field]: String(detail.value) });
    this.setData({ problems: { ...this.data.problems, fromClock: '', toClock: '' } });
  },

  async onPictureTap() {
    if (this.data.isBusy) return;
    const picture = await chooseScreenshot();
    if (picture === null) return;
    this.sent = null;
    this.setData({ picture, problems: { ...this.data.problems, picture: '' } });
  },

  onAgreeTap() {
    this.setData({ agreed: !this.data.agreed, problems: { ...this.data.problems, agreed: '' } });
  },

  async onSendPress() {
    const { form, terms, picture, agreed, isBusy } = this.data;
    if (form === null || terms === null || isBusy) return;
    const problems = problemsOf(form, terms, { hasPicture: picture !== '', agreed, nowMs: Date.now() });
    this.setData({ problems });
    if (Object.keys(problems).length > 0) {
      wx.showToast({ title: Object.values(problems)[0] ?? '', icon: 'none' });
      return;
    }
    await this.send(form, terms, picture);
  },

  async send(form: DeclareForm, terms: Terms, picture: string) {
    this.setData({ isBusy: true });
    wx.showLoading({ title: '正在上传', mask: true });
    try {
      this.sent ??= await sendPicture(picture);
      const { reportId } = await declare(declarationOf(form, terms), this.sent);
      wx.hideLoading();
      wx.redirectTo({ url: routes.report(reportId) });
    } catch (error) {
      wx.hideLoading();
      this.refused(error);
    } finally {
      this.setData({ isBusy: false });
    }
  },

  /** What was filled in stays; a picture that cannot be used is to be chosen anew. */
  refused(thrown: unknown) {
    const error = serviceErrorOf(thrown);
    if (error.code === 'PICTURE_REFUSED' || error.code === 'PICTURE_USED') this.sent = null;
    const problems = problemAt(error.details);
    if (problems !== null) this.setData({ problems });
    const words = problems === null ? error.message : (Object.values(problems)[0] ?? error.message);
    wx.showToast({ title: words, icon: 'none', duration: 3_000 });
  },

  onConsentPress() {
    wx.navigateTo({ url: routes.consent });
  },

  onCardsPress() {
    wx.redirectTo({ url: routes.cards });
  },
});
