import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { whenConfirmed } from '../confirmation';
import { failureOf } from '../failure-of';
import { readMe } from '../services/me';
import { decideReport, openReport, type ReportDecision } from '../services/reports';
import { type CaseView, refusalReasons, viewCase } from '../views/reports';

const noFailure = { text: '', code: '' };
livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    reasons: [...refusalReasons],
    /** Server. */
    state: 'loading' as 'loading' | 'failed' | 'ready',
    failure: noFailure,
    report: null as CaseView | null,
    mayReview: false,
    /** Form. */
    code: '',
    codeProblem: '',
    asking: '' as '' | 'approve' | 'refuse',
    isBusy: false,
    askFailure: noFailure,
  },

  reportId: '',

  onLoad({ reportId = '' }: Record<string, string | undefined>) {
    this.reportId = decodeURIComponent(reportId);
    void this.load();
  },

  onReconnect() {
    if (this.data.state === 'failed') void this.load();
  },

  async load() {
    try {
      const [given, me] = await Promise.all([openReport(this.reportId), readMe()]);
      this.setData({
        state: 'ready',
        failure: noFailure,
        report: viewCase(given, Date.now()),
        mayReview: me.permissions.has('reports.review'),
      });
    } catch (error) {
      this.setData({ state: 'failed', failure: failureOf(error) });
    }
  },

  onPictureTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.previewImage({ urls: [String(currentTarget.dataset.picture)] });
  },

  onCode({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ code: detail.value, codeProblem: '' });
  },

  onApprovePress() {
    this.setData({ asking: 'approve', askFailure: noFailure });
  },

  onRefusePress() {
    if (this.data.code === '') this.setData({ codeProblem: '请先选原因' });
    else this.setData({ asking: 'refuse', askFailure: noFailure });
  },

  onAskClose() {
    this.setData({ asking: '' });
  },

  decisionOf(reason: string): ReportDecision {
    const { reportId } = this;
    const found = refusalReasons.find(({ key }) => key === this.data.code);
    return this.data.asking === 'approve' || !found
      ? { reportId, verdict: 'approve', reason }
      : { reportId, verdict: 'refuse', code: found.key, reason };
  },

  async onAskSubmit({ detail }: WechatMiniprogram.CustomEvent<{ text: string }>) {
    if (this.data.isBusy || this.data.asking === '') return;
    this.setData({ isBusy: true, askFailure: noFailure });
    try {
      const decision = this.decisionOf(detail.text);
      const { state, credits, words } = await whenConfirmed(this, () => decideReport(decision));
      this.setData({ asking: '' });
      this.tell(decision.verdict, state === 'paid', credits, words ?? '');
      await this.load();
    } catch (error) {
      this.setData({ askFailure: failureOf(error) });
    } finally {
      this.setData({ isBusy: false });
    }
  },

  /** An approval that the trip's own judgement refused is told in full: it is not what the reviewer has said. */
  tell(verdict: 'approve' | 'refuse', isPaid: boolean, credits: number, words: string) {
    if (verdict === 'approve' && !isPaid) {
      wx.showModal({ title: '没有发放积分', content: words, showCancel: false });
      return;
    }
    wx.showToast({ title: isPaid ? `已发 ${credits} 积分` : '已退回', icon: 'success' });
  },
});
