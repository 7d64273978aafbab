import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { canSaveToDisk, handOver, TextFile } from '../../../services/text-file';
import { thousands } from '../../../views/amounts';
import { beijingDay } from '../../../views/beijing-time';
import type { FailureView } from '../../../views/failure';
import { whenConfirmed } from '../confirmation';
import { failureOf } from '../failure-of';
import { type AuditFormat, exportAudit } from '../services/audit';
import { questionIn, viewConditions } from '../views/audit-conditions';
import { filterOf } from '../views/audit-filter';

const formats: readonly { format: AuditFormat; heading: string; note: string }[] = [
  { format: 'csv', heading: '表格（CSV）', note: '用表格软件打开，一行一条' },
  { format: 'json-lines', heading: '原样（JSON Lines）', note: '可以用校验命令离线重算' },
];
const extensions: Readonly<Record<AuditFormat, string>> = { csv: 'csv', 'json-lines': 'jsonl' };

/** More than this is no text for a clipboard. */
const MOST_COPIED = 200_000;

livePage({
  data: {
    theme: currentTheme(),
    formats,
    /** Params, in words. */
    conditions: '',
    /** Form. */
    format: 'csv' as AuditFormat,
    /** State. */
    isRunning: false,
    entriesText: '',
    failure: null as FailureView | null,
    /** What was written: its name and how many entries it has. */
    fileName: '',
    summary: '',
    canCopy: false,
    canSave: false,
  },

  question: questionIn(undefined),
  file: null as TextFile | null,
  text: '',
  isWanted: true,

  onLoad({ question }: { question?: string }) {
    this.question = questionIn(question);
    const conditions = viewConditions(this.question, {}).map(({ text }) => text);
    this.setData({ conditions: conditions.join('，') || '全部记录', canSave: canSaveToDisk() });
  },

  onUnload() {
    this.isWanted = false;
    this.file?.remove();
  },

  onFormatChoose({ detail }: WechatMiniprogram.CustomEvent<{ key: AuditFormat }>) {
    if (!this.data.isRunning) this.setData({ format: detail.key, fileName: '', entriesText: '' });
  },

  async onExportPress() {
    if (this.data.isRunning) return;
    this.setData({ isRunning: true, failure: null, fileName: '', entriesText: '' });
    try {
      const entries = await whenConfirmed(this, () => this.write());
      if (entries === 0) this.setData({ entriesText: '没有符合条件的记录，没有导出文件。' });
      else this.showFile(entries);
    } catch (error) {
      this.setData({ failure: failureOf(error) });
    } finally {
      this.setData({ isRunning: false });
    }
  },

  async write(): Promise<number> {
    const { format } = this.data;
    this.file?.remove();
    this.text = '';
    const file = await TextFile.begin(`audit-${beijingDay(Date.now())}.${extensions[format]}`);
    this.file = file;
    return exportAudit(filterOf(this.question), format, async (part, entries) => {
      await file.append(part);
      if (this.text.length <= MOST_COPIED) this.text += part;
      if (this.isWanted) this.setData({ entriesText: `已写入 ${thousands(entries)} 条` });
      return this.isWanted;
    });
  },

  showFile(entries: number) {
    this.setData({
      fileName: this.file?.name ?? '',
      summary: `${thousands(entries)} 条记录`,
      canCopy: this.text.length <= MOST_COPIED,
      entriesText: '',
    });
  },

  async onHandOverPress() {
    if (this.file !== null && (await handOver(this.file)))
      wx.showToast({ title: '已交出文件', icon: 'none' });
  },

  onCopyPress() {
    wx.setClipboardData({ data: this.text });
  },
});
