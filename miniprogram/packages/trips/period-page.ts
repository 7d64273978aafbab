import { serviceErrorOf } from '../../services/service-error';
import { type FailureView, viewFailure } from '../../views/failure';
import { routes } from '../../views/routes';

/** What a page that is read for one period at a time shows of that. */
interface PeriodData {
  state: 'loading' | 'failed' | 'empty' | 'ready';
  failure: FailureView;
  isRetrying: boolean;
  /** That a stored copy is shown, and of when. */
  stored: string;
}

interface PeriodPage {
  data: PeriodData;
  setData(change: object, shown?: () => void): void;
  /** The period that is asked for now. */
  period(): string | number;
  /** What the page is to show of the period. Throws `ServiceError`. */
  readData(): Promise<object>;
  /** Draws what stands in no template. */
  draw?(): void;
  load(): Promise<void>;
  onRetry(): void;
}

export const notRead: PeriodData = {
  state: 'loading',
  failure: { text: '', code: '' },
  isRetrying: false,
  stored: '',
};

/** Of a page about one month, year or day, from which one steps to the next; an answer for one that was left is dropped. */
export const periodPage = {
  onReconnect(this: PeriodPage): void {
    if (this.data.state === 'failed') this.onRetry();
    else if (this.data.stored !== '') void this.load();
  },

  async onPullDownRefresh(this: PeriodPage): Promise<void> {
    await this.load();
    wx.stopPullDownRefresh();
  },

  async load(this: PeriodPage): Promise<void> {
    const period = this.period();
    try {
      const shown = await this.readData();
      if (period === this.period()) this.setData(shown, () => this.draw?.());
    } catch (error) {
      if (period === this.period())
        this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isRetrying: false });
    }
  },

  onRetry(this: PeriodPage): void {
    this.setData({ isRetrying: true });
    void this.load();
  },

  onEmptyAct(): void {
    wx.switchTab({ url: routes.trips });
  },
};
