import { serviceErrorOf } from '../services/service-error';
import { type FailureView, viewFailure } from '../views/failure';
import { noFailure } from './long-list';

interface FurtherRowsPage {
  data: {
    /** Of the page that follows; empty at the end. */
    nextCursor: string;
    /** Of a further page; the rows that are there stay. */
    moreFailure: FailureView;
  };
  isReadingMore: boolean;
  setData(change: object): void;
  /** What the page is to show with the rows from there on. Throws `ServiceError`. */
  readFurther(cursor: string): Promise<object>;
}

/** Of a page that ends with a list of few rows, read further where one comes to its end. */
export const furtherRows = {
  isReadingMore: false,

  async onReachBottom(this: FurtherRowsPage): Promise<void> {
    const { nextCursor } = this.data;
    if (nextCursor === '' || this.isReadingMore) return;
    this.isReadingMore = true;
    try {
      this.setData({ ...(await this.readFurther(nextCursor)), moreFailure: noFailure });
    } catch (error) {
      this.setData({ moreFailure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.isReadingMore = false;
    }
  },
};
