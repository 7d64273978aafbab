import type { FailureView } from '../../views/failure';
import { failureOf } from './failure-of';
import { freshPage } from './fresh-page';

/** What a page that is read as a whole shows of that. */
interface ReadData {
  state: 'loading' | 'failed' | 'ready';
  failure: FailureView;
  isRetrying: boolean;
}

interface ReadPage {
  data: ReadData;
  setData(change: Partial<ReadData>): void;
  refresh(): Promise<void>;
  /** Reads and shows what the page is about. Throws `ServiceError`. */
  read(): Promise<void>;
}

export const notRead: ReadData = { state: 'loading', failure: { text: '', code: '' }, isRetrying: false };

/** Of a page of the console that is read as a whole. What is there stays when reading it again fails. */
export const readPage = {
  ...freshPage,

  async refresh(this: ReadPage): Promise<void> {
    try {
      await this.read();
      this.setData({ state: 'ready', isRetrying: false });
    } catch (error) {
      if (this.data.state === 'ready') return;
      const failure = failureOf(error);
      this.setData({ state: 'failed', failure, isRetrying: false });
    }
  },

  onRetry(this: ReadPage): void {
    this.setData({ isRetrying: true });
    void this.refresh();
  },
};
