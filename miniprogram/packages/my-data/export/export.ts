import { renewedPage } from '../../../pages/renewed-page';
import { livePage } from '../../../services/live-page';
import { latestExport, requestExport } from '../../../services/personal-data';
import { ServiceError, serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { type FailureView, viewFailure } from '../../../views/failure';
import { type ExportView, viewExport } from '../../../views/personal-export';

/** Making the files takes seconds; what was cut off a job goes on with in minutes, and nobody waits here for that long. */
const LOOK_AGAIN_MS = 3_000;

const TOO_MANY = '一天最多导出 3 次，明天再来。';

const failureOf = (error: unknown): FailureView => {
  const known = serviceErrorOf(error);
  return error instanceof ServiceError && error.code === 'RATE_LIMITED'
    ? { text: TOO_MANY, code: '' }
    : viewFailure(known);
};

livePage({
  data: {
    theme: currentTheme(),
    /** State. */
    state: 'loading' as 'loading' | 'failed' | 'known',
    isAsking: false,
    failure: null as FailureView | null,
    /** The file whose link was copied last. */
    copied: '',
    /** Server: null when there is none. */
    made: null as ExportView | null,
  },

  /** What is not drawn. */
  timer: 0,
  isShown: false,

  onShow() {
    this.isShown = true;
    void this.refresh();
  },

  onHide() {
    this.rest();
  },

  onUnload() {
    this.rest();
  },

  ...renewedPage,

  rest() {
    this.isShown = false;
    clearTimeout(this.timer);
  },

  async refresh() {
    clearTimeout(this.timer);
    try {
      const found = await latestExport();
      const made = found && viewExport(found, Date.now());
      this.setData({ state: 'known', made, failure: null });
      if (made && !made.isReady && this.isShown) {
        this.timer = setTimeout(() => void this.refresh(), LOOK_AGAIN_MS) as unknown as number;
      }
    } catch (error) {
      const state = this.data.state === 'known' ? 'known' : 'failed';
      this.setData({ state, failure: failureOf(error) });
    }
  },

  async onExportPress() {
    if (this.data.isAsking) return;
    this.setData({ isAsking: true, failure: null });
    try {
      await requestExport();
      await this.refresh();
    } catch (error) {
      this.setData({ failure: failureOf(error) });
    } finally {
      this.setData({ isAsking: false });
    }
  },

  onCopyTap({
    currentTarget,
  }: WechatMiniprogram.TouchEvent<object, object, { address: string; name: string }>) {
    const { address, name } = currentTarget.dataset;
    wx.setClipboardData({ data: address, success: () => this.setData({ copied: name }) });
  },
});
