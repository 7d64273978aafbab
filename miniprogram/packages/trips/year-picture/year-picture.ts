import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { comparisonSource } from '../../../views/comparison';
import { viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { ledgerYear, ridesYear } from '../services/statement';
import { yearsOf } from '../views/month-chart';
import { viewYearPicture, type YearPicture } from '../views/year-picture';
import { drawYear, PICTURE } from './draw-year';
import type { Pen } from './pen';
import { type Saving, savePicture } from './save-picture';

const outcomes: Readonly<Record<Saving, string>> = {
  saved: '已保存到相册',
  denied: '',
  cancelled: '',
  failed: '没有保存成功，请重试',
};

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | 'empty' | 'ready',
    failure: { text: '', code: '' },
    isRetrying: false,
    picture: null as YearPicture | null,
    source: comparisonSource,
    /** State: the year, and those that there are. */
    year: 0,
    first: 0,
    last: 0,
    isSaving: false,
    /** The album is closed to the program until the person opens it in WeChat's settings. */
    isDenied: false,
  },

  canvas: null as WechatMiniprogram.Canvas | null,

  onLoad() {
    const today = beijingDay(Date.now());
    this.setData({ year: Number(today.slice(0, 4)), ...yearsOf(null, today) });
    void this.load();
    void this.readYears(today);
  },

  onReconnect() {
    if (this.data.state === 'failed') this.onRetry();
  },

  /** Which years there are; without it there is this one. */
  async readYears(today: string) {
    const read = await ledgerYear(Number(today.slice(0, 4))).catch(() => null);
    if (read !== null) this.setData(yearsOf(read.data.firstDay, today));
  },

  async load() {
    const { year } = this.data;
    try {
      const rides = await ridesYear(year);
      if (year !== this.data.year) return;
      const picture = viewYearPicture(year, rides);
      this.setData({ state: picture === null ? 'empty' : 'ready', picture }, () => this.draw());
    } catch (error) {
      if (year === this.data.year)
        this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isRetrying: false });
    }
  },

  draw() {
    const { picture } = this.data;
    if (picture === null) return;
    const query = wx.createSelectorQuery().in(this).select('#picture');
    query
      .node(found => {
        const canvas = (found as { node: WechatMiniprogram.Canvas } | null)?.node;
        // The page may have been left, or another year chosen, while it was looked for.
        if (!canvas || picture !== this.data.picture) return;
        canvas.width = PICTURE.width * PICTURE.pixels;
        canvas.height = PICTURE.height * PICTURE.pixels;
        drawYear(canvas.getContext('2d') as Pen, picture);
        this.canvas = canvas;
      })
      .exec();
  },

  onRetry() {
    this.setData({ isRetrying: true });
    void this.load();
  },

  onYearGo({ detail }: WechatMiniprogram.CustomEvent<{ by: number }>) {
    this.setData({ year: this.data.year + detail.by });
    void this.load();
  },

  async onSavePress() {
    if (this.canvas === null || this.data.isSaving) return;
    this.setData({ isSaving: true });
    const outcome = await savePicture(this.canvas);
    this.setData({ isSaving: false, isDenied: outcome === 'denied' });
    if (outcomes[outcome] !== '') wx.showToast({ title: outcomes[outcome], icon: 'none' });
  },

  /** Back from WeChat's settings: what was allowed there is tried by the next tap. */
  onSettingsPress() {
    wx.openSetting({
      success: ({ authSetting }) =>
        this.setData({ isDenied: authSetting['scope.writePhotosAlbum'] === false }),
    });
  },

  onEmptyAct() {
    wx.switchTab({ url: routes.trips });
  },
});
