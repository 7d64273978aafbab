import { serviceErrorOf } from '../services/service-error';
import { type FailureView, viewFailure } from '../views/failure';

interface RenewedPage {
  data: {
    failure: FailureView | null;
    /** That a stored copy is shown, and of when. */
    storedNote?: string;
  };
  refresh(): Promise<void>;
}

/** Of a page that can be pulled down, and that reads again what did not come or is old once there is a network. */
export const renewedPage = {
  onReconnect(this: RenewedPage): void {
    const { failure, storedNote = '' } = this.data;
    if (failure !== null || storedNote !== '') void this.refresh();
  },

  async onPullDownRefresh(this: RenewedPage): Promise<void> {
    await this.refresh();
    wx.stopPullDownRefresh();
  },
};

interface ReadPage extends RenewedPage {
  setData(change: object): void;
  /** What the page is to show of an answer of now. Throws `ServiceError`. */
  readData(): Promise<object>;
}

/** A renewed page of one reading; what it shows already stays when reading fails. */
export const readPage = {
  ...renewedPage,

  async refresh(this: ReadPage): Promise<void> {
    try {
      this.setData({ ...(await this.readData()), failure: null });
    } catch (error) {
      this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    }
  },
};
