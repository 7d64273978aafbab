import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { canSaveToDisk, handOver, TextFile } from '../../../services/text-file';
import { thousands } from '../../../views/amounts';
import { beijingDay } from '../../../views/beijing-time';
import { viewFailure } from '../../../views/failure';
import { exportStatement } from '../services/export-statement';
import { BYTE_ORDER_MARK, csvRows } from '../views/csv';
import { exportedColumns, exportedRow } from '../views/exported-row';

/** What the columns are about, in the order in which they stand. */
const columns = [
  { name: '时间和事由', explanation: '记进账本的北京时间，以及出行、撤销、到期等事由' },
  { name: '行程', explanation: '站点、乘车时间和出行方式；已删除的行程留空' },
  { name: '变动', explanation: '减排和奖励分开，收入为正，支出为负' },
  { name: '之后的余额', explanation: '减排可用、奖励可用、已预留、待抵扣' },
  { name: '凭证', explanation: '这一笔在账本里的编号，核对时用' },
];

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    columns,
    state: 'idle' as 'idle' | 'writing' | 'failed' | 'empty' | 'done',
    failure: { text: '', code: '' },
    percent: 0,
    progress: '',
    /** What was written: its name and how many entries it has. */
    fileName: '',
    summary: '',
    canSave: false,
  },

  file: null as TextFile | null,
  isWanted: true,

  onLoad() {
    this.setData({ canSave: canSaveToDisk() });
  },

  onUnload() {
    this.isWanted = false;
    this.file?.remove();
  },

  onReconnect() {
    if (this.data.state === 'failed') void this.onExportPress();
  },

  async onExportPress() {
    if (this.data.state === 'writing') return;
    this.setData({ state: 'writing', percent: 0, progress: '正在读取账本…' });
    try {
      const entries = await this.write();
      if (entries === 0) this.setData({ state: 'empty' });
      else
        this.setData({
          state: 'done',
          fileName: this.file?.name ?? '',
          summary: `共 ${thousands(entries)} 笔，编号 1 到 ${thousands(entries)}，一笔不缺。`,
        });
    } catch (error) {
      this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)) });
    }
  },

  async write(): Promise<number> {
    this.file?.remove();
    const file = await TextFile.begin(`碳点点积分明细-${beijingDay(Date.now())}.csv`);
    this.file = file;
    await file.append(BYTE_ORDER_MARK + csvRows([exportedColumns]));
    return exportStatement(async (entries, read, total) => {
      await file.append(csvRows(entries.map(exportedRow)));
      if (this.isWanted && total > 0)
        this.setData({
          percent: Math.round((100 * read) / total),
          progress: `已写入 ${thousands(read)} 笔，共 ${thousands(total)} 笔`,
        });
      return this.isWanted;
    });
  },

  async onHandOverPress() {
    if (this.file !== null && (await handOver(this.file)))
      wx.showToast({ title: this.data.canSave ? '已保存' : '已发送', icon: 'none' });
  },
});
