import { RowMeasure } from '../services/row-measure';
import type { FailureView } from '../views/failure';
import { type FarBlocks, farBlocks } from '../views/far-blocks';

export const noFailure: FailureView = { text: '', code: '' };

interface LongListPage extends WechatMiniprogram.Page.TrivialInstance {
  data: {
    state: string;
    /** That a stored copy is shown, and of when. */
    stored?: string;
    /** Of a further page; the rows that are there stay. */
    moreFailure: FailureView;
    /** Rows that are too far away to be drawn. */
    far: FarBlocks;
  };
  measure: RowMeasure | null;
  loadFirst(): Promise<void>;
  loadMore(): Promise<void>;
  onRetry(): void;
}

/** Of a page with months of rows that is read further and further as it is scrolled. */
export const longList = {
  measure: null as RowMeasure | null,

  beginMeasuring(this: LongListPage): void {
    this.measure = new RowMeasure(this, (boxes, screenPx) => {
      const far = farBlocks(boxes, screenPx, this.data.far);
      if (far !== null) this.setData({ far });
    });
  },

  onPageScroll(this: LongListPage, { scrollTop }: { scrollTop: number }): void {
    this.measure?.scrolled(scrollTop);
  },

  onReconnect(this: LongListPage): void {
    const { state, stored = '' } = this.data;
    if (state === 'failed') this.onRetry();
    else if (stored !== '') void this.loadFirst();
  },

  /** A page that did not come is asked for by a tap: scrolling would ask again and again. */
  async onReachBottom(this: LongListPage): Promise<void> {
    if (this.data.moreFailure.text === '') await this.loadMore();
  },

  onRetry(this: LongListPage): void {
    this.setData({ isRetrying: true });
    void this.loadFirst();
  },

  onRetryMore(this: LongListPage): void {
    this.setData({ moreFailure: noFailure });
    void this.loadMore();
  },
};
