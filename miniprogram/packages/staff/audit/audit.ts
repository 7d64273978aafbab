import { livePage } from '../../../services/live-page';
import type { PagedList } from '../../../services/paged-list';
import { RowMeasure } from '../../../services/row-measure';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { type FarBlocks, farBlocks } from '../../../views/far-blocks';
import { furtherRows, type MonthSection, sectionByMonth } from '../../../views/months';
import { failureOf } from '../failure-of';
import { auditNames } from '../services/audit';
import { type AuditEntry, auditList, monthOfEntry } from '../services/audit-list';
import { readMe } from '../services/me';
import { type AuditDetail, type AuditLine, viewAuditDetail, viewAuditLine } from '../views/audit';
import { type ConditionView, questionIn, questionText, viewConditions } from '../views/audit-conditions';
import { type AuditQuestion, everything, filterOf } from '../views/audit-filter';
import { staffRoutes } from '../views/staff-routes';
import { isWideWindow, widePage } from '../wide-window';

const noFailure = { text: '', code: '' };
const anybody = { key: '', name: '所有人' };
const system = { key: 'system', name: '系统' };

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    isWide: isWideWindow(),
    state: 'loading' as 'loading' | 'failed' | 'empty' | 'ready',
    failure: noFailure,
    /** Of a further page; the rows that are there stay. */
    moreFailure: noFailure,
    isRetrying: false,
    sections: [] as MonthSection<AuditLine>[],
    hasMore: false,
    far: {} as FarBlocks,
    conditions: [] as ConditionView[],
    /** State: the entry that is open. */
    detail: null as AuditDetail | null,
    /** Form. */
    isAsking: false,
    question: everything,
    people: [anybody, system],
    today: '',
    /** Server: what I may do with the log. */
    mayExport: false,
    mayVerify: false,
  },

  list: null as PagedList<AuditEntry, string> | null,
  measure: null as RowMeasure | null,
  names: {} as Record<string, string>,

  onLoad({ question }: { question?: string }) {
    this.measure = new RowMeasure(this, (boxes, screenPx) => {
      const far = farBlocks(boxes, screenPx, this.data.far);
      if (far !== null) this.setData({ far });
    });
    this.setData({ today: beijingDay(Date.now()) });
    void this.readPeople();
    this.search(questionIn(question));
  },

  ...widePage,

  onPageScroll({ scrollTop }: { scrollTop: number }) {
    this.measure?.scrolled(scrollTop);
  },

  async onPullDownRefresh() {
    await this.loadFirst();
    wx.stopPullDownRefresh();
  },

  async onReachBottom() {
    if (this.data.moreFailure.text === '') await this.loadMore();
  },

  /** Who may read the log need not see the team: then people are searched for from an entry of theirs. */
  async readPeople() {
    const [{ people, roles }, me] = await Promise.all([auditNames(), readMe().catch(() => null)]);
    Object.assign(this.names, roles, Object.fromEntries(people.map(({ key, name }) => [key, name])));
    this.setData({
      people: [anybody, ...people, system],
      mayExport: me?.permissions.has('audit.export') === true,
      mayVerify: me?.permissions.has('audit.verify') === true,
    });
    this.showAgain();
  },

  search(question: AuditQuestion) {
    this.list = auditList(filterOf(question), names => Object.assign(this.names, names));
    const conditions = viewConditions(question, this.names);
    this.setData({ question, conditions, state: 'loading', sections: [], far: {}, detail: null });
    void this.loadFirst();
  },

  async loadFirst() {
    const { list } = this;
    try {
      if (!(await list?.readFirst()) || list !== this.list) return;
      this.setData({ ...this.viewList(), far: {} });
      const [latest] = list?.items ?? [];
      if (this.data.isWide && this.data.detail === null && latest) this.open(latest);
    } catch (error) {
      if (list !== this.list) return;
      const failure = failureOf(error);
      this.setData({ state: 'failed', failure, isRetrying: false });
    }
  },

  async loadMore() {
    const { list } = this;
    try {
      if (!(await list?.readMore()) || list !== this.list) return;
      const { sections, ...others } = this.viewList();
      this.setData({ ...others, ...furtherRows(this.data.sections, sections) }, () =>
        this.measure?.measure(),
      );
    } catch (error) {
      if (list !== this.list) return;
      this.setData({ moreFailure: failureOf(error) });
    }
  },

  viewList() {
    const nowMs = Date.now();
    const items = this.list?.items ?? [];
    const rows = items.map(entry => ({
      month: monthOfEntry(entry),
      row: viewAuditLine(entry, this.names, nowMs),
    }));
    return {
      state: rows.length === 0 ? ('empty' as const) : ('ready' as const),
      sections: sectionByMonth(rows, {}, beijingDay(nowMs)),
      hasMore: this.list?.hasMore === true,
      conditions: viewConditions(this.data.question, this.names),
      moreFailure: noFailure,
      isRetrying: false,
    };
  },

  /** Names have come that were not known before. */
  showAgain() {
    if (this.data.state !== 'ready') return;
    this.setData(this.viewList());
    const entry = this.list?.items.find(({ _id }) => _id === this.data.detail?.key);
    if (entry) this.open(entry);
  },

  open(entry: AuditEntry) {
    this.setData({ detail: viewAuditDetail(entry, this.names, Date.now()) });
  },

  onLineTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { key } = currentTarget.dataset as { key: string };
    const entry = this.list?.items.find(({ _id }) => _id === key);
    if (this.data.detail?.key === key && !this.data.isWide) this.setData({ detail: null });
    else if (entry) this.open(entry);
  },

  onLikeSearch({ detail: { by } }: WechatMiniprogram.CustomEvent<{ by: 'actorId' | 'action' | 'target' }>) {
    const { detail, question } = this.data;
    if (detail !== null) this.search({ ...question, [by]: detail[by] });
  },

  onConditionTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const { by } = currentTarget.dataset as ConditionView;
    this.search({ ...this.data.question, [by]: '' });
  },

  onAskTap() {
    this.setData({ isAsking: true });
  },

  onAskClose() {
    this.setData({ isAsking: false });
  },

  onAskSearch({ detail }: WechatMiniprogram.CustomEvent<{ question: AuditQuestion }>) {
    this.setData({ isAsking: false });
    this.search(detail.question);
  },

  onRetry() {
    this.setData({ isRetrying: true });
    void this.loadFirst();
  },

  onRetryMore() {
    this.setData({ moreFailure: noFailure });
    void this.loadMore();
  },

  onEmptyAct() {
    this.search(everything);
  },

  onExportTap() {
    wx.navigateTo({ url: staffRoutes.auditExport(questionText(this.data.question)) });
  },

  onVerifyTap() {
    wx.navigateTo({ url: staffRoutes.auditCheck });
  },
});
