import { longList, noFailure } from '../../../pages/long-list';
import { firstEntries, moreEntries, type StatementPage, sumEntryMonths } from '../../../services/ledger';
import { livePage } from '../../../services/live-page';
import { PagedList } from '../../../services/paged-list';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { viewFailure } from '../../../views/failure';
import type { FarBlocks } from '../../../views/far-blocks';
import { furtherRows, type MonthSection, movementSums } from '../../../views/months';
import { routes } from '../../../views/routes';
import { type Entry, filters, monthOf, type Show, type StatementLine } from '../../../views/statement';
import { storedNote } from '../../../views/stored-copy';
import { ledgerYear } from '../services/statement';
import { viewSections } from '../views/entry-list';
import { viewYear } from '../views/month-chart';

const pageOf = ({ entries, nextCursor }: StatementPage) => ({ items: entries, nextCursor });

/** Of the kind that the list shows. What was taken back has no sums of its own, and those of everything would mislead. */
async function sumMonths(show: Show, months: string[]): Promise<Record<string, string>> {
  if (show === 'taken-back') return {};
  return movementSums(await sumEntryMonths(months), show === 'all' ? null : show);
}

const listOf = (show: Show) =>
  new PagedList<Entry, number>({
    first: async () => {
      const copy = await firstEntries(show);
      return { ...copy, data: pageOf(copy.data) };
    },
    more: async cursor => pageOf(await moreEntries(show, cursor)),
    monthOf,
    sumMonths: months => sumMonths(show, months),
  });

/** Server: the entries read so far, for the filter that is chosen. */
let list = listOf('all');

/** This year's months as a picture; null before the first entry, and where it did not come: the list does without. */
async function readChart() {
  const today = beijingDay(Date.now());
  const year = Number(today.slice(0, 4));
  const read = await ledgerYear(year).catch(() => null);
  if (read === null || read.data.firstDay === null) return null;
  const { bars, below, label } = viewYear(read.data, today);
  return { year, bars, below, label };
}

const tools = [
  { mark: 'search', name: '查找', url: routes.searchEntries },
  { mark: 'day', name: '某天余额', url: routes.dayBalance },
  { mark: 'export', name: '导出表格', url: routes.exportStatement },
  { mark: 'picture', name: '年度图', url: routes.yearPicture },
];

const emptyTexts: Readonly<Record<Show, { title: string; text: string; action: string }>> = {
  all: { title: '账本还是空的', text: '坐一趟地铁，第一笔积分就会记在这里。', action: '看看我的行程' },
  carbon: { title: '还没有减排积分', text: '坐一趟地铁，第一笔积分就会记在这里。', action: '看看我的行程' },
  bonus: { title: '还没有奖励积分', text: '奖励来自活动和邀请，与减排分开记。', action: '看全部明细' },
  'taken-back': {
    title: '没有被撤回的积分',
    text: '运营方撤销行程时，收回的积分会列在这里。',
    action: '看全部明细',
  },
};

function viewList() {
  const nowMs = Date.now();
  const sections = viewSections(list, nowMs);
  return {
    state: sections.length === 0 ? ('empty' as const) : ('ready' as const),
    sections,
    hasMore: list.hasMore,
    stored: storedNote(list.copy, nowMs),
    moreFailure: noFailure,
    isRetrying: false,
  };
}

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | 'empty' | 'ready',
    failure: noFailure,
    /** Of a further page; the rows that are there stay. */
    moreFailure: noFailure,
    isRetrying: false,
    stored: '',
    /** The first page has been read once: filters and picture are there and stay where they are. */
    isOpened: false,
    chart: null as Awaited<ReturnType<typeof readChart>>,
    tools,
    sections: [] as MonthSection<StatementLine>[],
    hasMore: false,
    empty: emptyTexts.all,
    filters,
    /** State. */
    show: 'all' as Show,
    /** Rows that are too far away to be drawn. */
    far: {} as FarBlocks,
  },

  ...longList,

  onLoad() {
    this.beginMeasuring();
    list = listOf('all');
    void this.loadFirst();
  },

  async onPullDownRefresh() {
    const [chart] = await Promise.all([readChart(), this.loadFirst()]);
    if (chart !== null) this.setData({ chart });
    wx.stopPullDownRefresh();
  },

  async loadFirst() {
    const reading = list;
    try {
      const [isRead, chart] = await Promise.all([reading.readFirst(), this.data.chart ?? readChart()]);
      if (isRead && reading === list) this.setData({ ...viewList(), chart, isOpened: true, far: {} });
    } catch (error) {
      if (reading !== list || this.data.state === 'ready') return;
      this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)), isRetrying: false });
    }
  },

  async loadMore() {
    const reading = list;
    try {
      if (!(await reading.readMore()) || reading !== list) return;
      const { sections, ...others } = viewList();
      this.setData({ ...others, ...furtherRows(this.data.sections, sections) }, () =>
        this.measure?.measure(),
      );
    } catch (error) {
      if (reading === list) this.setData({ moreFailure: viewFailure(serviceErrorOf(error)) });
    }
  },

  onFilterTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.choose(currentTarget.dataset.show as Show);
  },

  choose(show: Show) {
    if (show === this.data.show) return;
    list = listOf(show);
    this.setData({ show, state: 'loading', sections: [], empty: emptyTexts[show] });
    void this.loadFirst();
  },

  onLineOpen({ currentTarget }: WechatMiniprogram.CustomEvent) {
    wx.navigateTo({ url: routes.explain(currentTarget.dataset.tripId as string) });
  },

  onMonthsOpen() {
    wx.navigateTo({ url: routes.months });
  },

  onToolTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    wx.navigateTo({ url: currentTarget.dataset.url as string });
  },

  onEmptyAct() {
    const { show } = this.data;
    if (show === 'bonus' || show === 'taken-back') this.choose('all');
    else wx.switchTab({ url: routes.trips });
  },
});
