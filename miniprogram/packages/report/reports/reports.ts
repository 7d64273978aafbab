import { furtherRows } from '../../../pages/further-rows';
import { readPage } from '../../../pages/renewed-page';
import { livePage } from '../../../services/live-page';
import { ifInReach } from '../../../services/offline-copy';
import { currentTheme } from '../../../services/settings';
import type { FailureView } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { storedNoteOf } from '../../../views/stored-copy';
import { firstReports, moreReports, type Report, readTerms } from '../services/reports';
import { type ReportLine, viewLine } from '../views/report-words';

const linesOf = (reports: readonly Report[]): ReportLine[] => reports.map(one => viewLine(one, Date.now()));

livePage({
  data: {
    theme: currentTheme(),
    /** Display. */
    stops: [
      { name: '填写和上传', explanation: '起点、终点、时间，加一张行程截图' },
      { name: '检查图片', explanation: '平台先做内容安全检查' },
      { name: '人工核对', explanation: '工作人员核对后发奖励积分，没通过会写明原因，可以申诉一次' },
    ],
    /** Server: null until the reports are known. */
    lines: null as ReportLine[] | null,
    left: '',
    isFull: false,
    nextCursor: '',
    storedNote: '',
    failure: null as FailureView | null,
    moreFailure: { text: '', code: '' },
  },

  onShow() {
    void this.refresh();
  },

  ...readPage,
  ...furtherRows,

  async readData() {
    const [page, terms] = await Promise.all([firstReports(), ifInReach(readTerms())]);
    return {
      lines: linesOf(page.data.reports),
      left: terms === null ? '' : `本月还可申报 ${terms.leftThisMonth} 次`,
      isFull: terms?.leftThisMonth === 0,
      nextCursor: page.data.nextCursor ?? '',
      storedNote: storedNoteOf([page], Date.now()),
      moreFailure: { text: '', code: '' },
    };
  },

  async readFurther(cursor: string) {
    const { lines } = this.data;
    const page = await moreReports(cursor);
    return { lines: [...(lines ?? []), ...linesOf(page.reports)], nextCursor: page.nextCursor ?? '' };
  },

  onDeclarePress() {
    wx.navigateTo({ url: routes.declareTrip });
  },

  onReportTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: routes.report(String(currentTarget.dataset.reportId)) });
  },
});
