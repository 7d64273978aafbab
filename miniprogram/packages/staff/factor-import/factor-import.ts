import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { whenConfirmed } from '../confirmation';
import { chooseTextFile } from '../services/chosen-text-file';
import { checkFactorImport, requestFactorImport } from '../services/factors';
import type { Difference } from '../views/difference';
import {
  CSV_HEADER,
  csvSummary,
  emptyForm,
  type FormProblems,
  formProblems,
  type ImportForm,
  importOf,
} from '../views/factor-import';
import { type FactorRowView, type ProblemView, viewFactorRow, viewProblems } from '../views/factors';
import { hasProblems, problemsOf, viewStaffFailure } from '../views/staff-failure';
import { staffRoutes } from '../views/staff-routes';
import { isWideWindow, widePage } from '../wide-window';

const DAY_MS = 86_400_000;
const noFailure = { text: '', code: '' };

livePage({
  data: {
    theme: currentTheme(),
    isWide: isWideWindow(),
    tomorrow: beijingDay(Date.now() + DAY_MS),
    header: CSV_HEADER,
    /** Form. */
    form: emptyForm,
    problems: {} as FormProblems,
    fileName: '',
    summary: '',
    /** What the dry run found for the form as it stands; `none` until it was made. */
    outcome: 'none' as 'none' | 'wrong' | 'good',
    fileProblems: [] as ProblemView[],
    differences: [] as Difference[],
    rows: [] as FactorRowView[],
    /** State. */
    isChecking: false,
    failure: noFailure,
    isAsking: false,
    isBusy: false,
    askFailure: noFailure,
  },

  ...widePage,

  /** What the dry run said is about another form from now on. */
  onField({ currentTarget, detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.fill({ [currentTarget.dataset.field as keyof ImportForm]: detail.value });
  },

  fill(part: Partial<ImportForm>) {
    const form = { ...this.data.form, ...part };
    const problems = { ...this.data.problems };
    for (const field of Object.keys(part) as (keyof ImportForm)[]) delete problems[field];
    this.setData({ form, problems, outcome: 'none', failure: noFailure, summary: csvSummary(form.csv) });
  },

  async onFileTap() {
    try {
      const file = await chooseTextFile('csv');
      if (file === null) return;
      this.setData({ fileName: file.name });
      this.fill({ csv: file.text });
    } catch {
      this.setData({ 'problems.csv': '读不了这个文件，请另存为 UTF-8 编码的 CSV 再试' });
    }
  },

  onHeaderTap() {
    wx.setClipboardData({ data: CSV_HEADER });
  },

  async onCheckPress() {
    const problems = formProblems(this.data.form);
    this.setData({ problems, failure: noFailure });
    if (hasProblems(problems)) wx.pageScrollTo({ scrollTop: 0 });
    if (this.data.isChecking || hasProblems(problems)) return;
    this.setData({ isChecking: true });
    try {
      const check = await whenConfirmed(this, () => checkFactorImport(importOf(this.data.form)));
      this.setData({
        outcome: check.problems.length > 0 ? 'wrong' : 'good',
        fileProblems: viewProblems(check),
        differences: check.differences,
        rows: check.rows.map(viewFactorRow),
      });
      if (!this.data.isWide) wx.pageScrollTo({ selector: '.result' });
    } catch (error) {
      this.showRefusal(error, failure => this.setData({ failure }));
    } finally {
      this.setData({ isChecking: false });
    }
  },

  /** At its field where the form has it, else as a whole. */
  showRefusal(thrown: unknown, otherwise: (failure: { text: string; code: string }) => void) {
    const error = serviceErrorOf(thrown);
    const problems = problemsOf(error, Object.keys(emptyForm));
    if (problems !== null && hasProblems(problems)) this.setData({ problems, isAsking: false });
    else otherwise(viewStaffFailure(error, Date.now()));
  },

  onAskPress() {
    this.setData({ isAsking: true, askFailure: noFailure });
  },

  onAskClose() {
    this.setData({ isAsking: false });
  },

  async onAskSubmit({ detail }: WechatMiniprogram.CustomEvent<{ reason: string }>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, askFailure: noFailure });
    try {
      const added = importOf(this.data.form);
      const { approvalId } = await whenConfirmed(this, () => requestFactorImport(added, detail.reason));
      wx.redirectTo({ url: staffRoutes.approval(approvalId) });
    } catch (error) {
      this.showRefusal(error, askFailure => this.setData({ askFailure }));
    } finally {
      this.setData({ isBusy: false });
    }
  },
});
