import { renewedPage } from '../../../pages/renewed-page';
import { livePage } from '../../../services/live-page';
import { Offering } from '../../../services/offering';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { type FailureView, viewFailure } from '../../../views/failure';
import { noOffer, viewOffer } from '../../../views/subscriptions';
import { appeal, type Report, readReport, withdraw } from '../services/reports';
import { type ReportView, viewReport } from '../views/report-words';

/** While the picture is checked the page looks again by itself. */
const LOOK_EVERY_MS = 4_000;
const FEWEST_WORDS = 5;

livePage({
  data: {
    theme: currentTheme(),
    /** Server. */
    report: null as ReportView | null,
    picture: '',
    /** A message about the verdict, while one is waited for. */
    offer: noOffer,
    /** Form. */
    words: '',
    problem: '',
    /** State. */
    isBusy: false,
    failure: null as FailureView | null,
  },

  reportId: '',
  isChecking: false,
  lookTimer: 0,
  offering: null as Offering | null,

  onLoad({ reportId = '' }: Record<string, string | undefined>) {
    this.reportId = decodeURIComponent(reportId);
  },

  onShow() {
    this.lookTimer = setInterval(() => this.look(), LOOK_EVERY_MS);
    void this.refresh();
  },

  onHide() {
    clearInterval(this.lookTimer);
  },

  onUnload() {
    clearInterval(this.lookTimer);
  },

  ...renewedPage,

  look() {
    if (this.isChecking && !this.data.isBusy) void this.refresh();
  },

  async refresh() {
    try {
      const { report, picture } = await readReport(this.reportId);
      this.show(report, picture);
      if (this.data.report?.isOpen) this.offerMessage();
    } catch (error) {
      if (this.data.report === null) this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    }
  },

  /** The address changes with every look; the picture does not. */
  show(report: Report, picture: string | null) {
    this.isChecking = report.state === 'checking';
    const shown = picture === null ? '' : this.data.picture || picture;
    this.setData({ report: viewReport(report, picture !== null, Date.now()), picture: shown, failure: null });
  },

  /** Whoever has just declared a trip waits for what comes of it. */
  offerMessage() {
    if (this.offering !== null) return;
    this.offering = new Offering('report-decided', state => this.setData({ offer: viewOffer(state) }));
    void this.offering.begin();
  },

  onOfferAccept() {
    void this.offering?.accept();
  },

  onOfferRefuse() {
    void this.offering?.refuse();
  },

  onPictureTap() {
    wx.previewImage({ urls: [this.data.picture] });
  },

  onWordsInput({ detail }: WechatMiniprogram.Input) {
    this.setData({ words: detail.value, problem: '' });
  },

  async onAppealPress() {
    const words = this.data.words.trim();
    if (words.length < FEWEST_WORDS) return this.setData({ problem: '请说明理由（至少 5 个字）' });
    await this.work(() => appeal(this.reportId, words), '已提交申诉');
  },

  async onWithdrawPress() {
    const { confirm } = await wx.showModal({
      title: '撤回这份申报？',
      content: '截图会马上删除，不发积分，也不占本月次数。',
      confirmText: '撤回',
    });
    if (confirm) await this.work(() => withdraw(this.reportId), '已撤回');
  },

  async work(deed: () => Promise<Report>, done: string) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    try {
      const report = await deed();
      this.show(report, this.data.picture || null);
      wx.showToast({ title: done, icon: 'success' });
    } catch (error) {
      const { message, details } = serviceErrorOf(error);
      wx.showToast({ title: String(details.reason ?? message), icon: 'none', duration: 3_000 });
    } finally {
      this.setData({ isBusy: false });
    }
    await this.refresh();
  },
});
