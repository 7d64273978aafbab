import { longList, noFailure } from '../../../pages/long-list';
import { livePage } from '../../../services/live-page';
import { PagedList } from '../../../services/paged-list';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { thousands } from '../../../views/amounts';
import { beijingDay, beijingMonth } from '../../../views/beijing-time';
import { viewFailure } from '../../../views/failure';
import type { FarBlocks } from '../../../views/far-blocks';
import { furtherRows, type MonthSection } from '../../../views/months';
import { routes } from '../../../views/routes';
import { type Entry, monthOf, type StatementLine } from '../../../views/statement';
import { findEntries, type Question } from '../services/statement';
import { viewSections } from '../views/entry-list';
import { directions, emptyForm, type Form, questionOf, sizes, viewChoices } from '../views/question';

const ROWS_ON_SCREEN = 12;

/** A list of what is asked for. `tell` gets how many entries have been looked at so far. */
function listOf(question: Question, tell: (looked: number) => void): PagedList<Entry, number> {
  let looked = 0;
  const find = async (cursor: number | null) => {
    let now = looked;
    const page = await findEntries(question, cursor, more => {
      now += more;
      tell(now);
    });
    // A call that failed is repeated, and what it had gone through counts once.
    looked = now;
    return page;
  };
  return new PagedList<Entry, number>({
    first: async () => ({ data: await find(null), atMs: Date.now(), isStored: false }),
    more: find,
    monthOf,
    sumMonths: async () => ({}),
  });
}

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    state: 'idle' as 'idle' | 'loading' | 'failed' | 'empty' | 'ready',
    failure: noFailure,
    moreFailure: noFailure,
    isRetrying: false,
    /** `找到 12 笔` and how much has been looked at for them. */
    found: '',
    looked: '',
    sections: [] as MonthSection<StatementLine>[],
    hasMore: false,
    far: {} as FarBlocks,
    suggestions: ['昨天', '撤回', '捐赠', '地铁', '到期'],
    directions,
    sizes,
    thisMonth: '',
    choices: viewChoices(emptyForm, ''),
    /** Form. */
    form: emptyForm,
  },

  ...longList,

  list: null as PagedList<Entry, number> | null,
  /** What is being written; asked for when it is complete. */
  written: '',

  onLoad({ month }: { month?: string }) {
    this.setData({ thisMonth: beijingMonth(Date.now()) });
    this.beginMeasuring();
    if (month !== undefined && /^\d{4}-\d{2}$/.test(month)) this.ask({ month });
  },

  onInput({ detail }: WechatMiniprogram.Input) {
    this.written = detail.value;
  },

  onConfirm({ detail }: WechatMiniprogram.InputConfirm) {
    this.ask({ text: detail.value });
  },

  onSearchTap() {
    this.ask({ text: this.written });
  },

  onSuggestionTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.ask({ text: currentTarget.dataset.text as string });
  },

  onMonthChange({ detail }: WechatMiniprogram.PickerChange) {
    this.ask({ month: String(detail.value) });
  },

  onDirectionChange({ detail }: WechatMiniprogram.PickerChange) {
    this.ask({ direction: Number(detail.value) });
  },

  onSizeChange({ detail }: WechatMiniprogram.PickerChange) {
    this.ask({ size: Number(detail.value) });
  },

  onClearTap() {
    this.ask(emptyForm);
  },

  ask(changed: Partial<Form>) {
    const form = { ...this.data.form, text: this.written, ...changed };
    this.written = form.text;
    const today = beijingDay(Date.now());
    const question = questionOf(form, today);
    this.list = question === null ? null : listOf(question, looked => this.tell(looked));
    this.setData({
      form,
      choices: viewChoices(form, today),
      state: question === null ? 'idle' : 'loading',
      sections: [],
      far: {},
      found: '',
      looked: '',
      moreFailure: noFailure,
    });
    if (question !== null) void this.loadFirst();
  },

  tell(looked: number) {
    this.setData({ looked: `看过 ${thousands(looked)} 笔` });
  },

  async loadFirst() {
    const reading = this.list;
    try {
      if ((await reading?.readFirst()) && reading === this.list) this.show();
    } catch (error) {
      if (reading !== this.list) return;
      this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)), isRetrying: false });
    }
  },

  show() {
    const { list } = this;
    if (list === null) return;
    const { items, hasMore } = list;
    const sections = viewSections(list, Date.now());
    const isFirst = this.data.sections.length === 0;
    const rows = isFirst ? { sections } : furtherRows(this.data.sections, sections);
    this.setData(
      {
        ...rows,
        state: items.length === 0 && !hasMore ? 'empty' : 'ready',
        found: hasMore ? `已找到 ${items.length} 笔` : `共找到 ${items.length} 笔`,
        hasMore,
        isRetrying: false,
      },
      () => this.measure?.measure(),
    );
    // Less than a screen of rows cannot be scrolled, so nobody could ask for more.
    if (hasMore && items.length < ROWS_ON_SCREEN) void this.loadMore();
  },

  async loadMore() {
    const reading = this.list;
    try {
      if ((await reading?.readMore()) && reading === this.list) this.show();
    } catch (error) {
      if (reading === this.list) this.setData({ moreFailure: viewFailure(serviceErrorOf(error)) });
    }
  },

  onLineOpen({ currentTarget }: WechatMiniprogram.CustomEvent) {
    wx.navigateTo({ url: routes.explain(currentTarget.dataset.tripId as string) });
  },
});
