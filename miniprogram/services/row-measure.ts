/** Where a block of rows is, in px from the top of the screen. */
interface Box {
  key: string;
  top: number;
  height: number;
}

interface Measured {
  dataset: { block: string };
  top: number;
  height: number;
}

/** Of the screen: how far a list is scrolled before it is measured again. */
const STEP = 0.25;

/**
 * Measures the blocks of a page's list (`class="block" data-block="<key>"`) as it is scrolled, so that the page can
 * leave out those that are far away.
 */
export class RowMeasure {
  readonly screenPx = wx.getWindowInfo().windowHeight;
  private measuredAtPx = 0;

  constructor(
    private readonly page: WechatMiniprogram.Page.TrivialInstance,
    private readonly tell: (boxes: Box[], screenPx: number) => void,
  ) {}

  scrolled(scrollTopPx: number): void {
    if (Math.abs(scrollTopPx - this.measuredAtPx) < this.screenPx * STEP) return;
    this.measuredAtPx = scrollTopPx;
    this.measure();
  }

  measure(): void {
    const query = wx.createSelectorQuery().in(this.page).selectAll('.block');
    query
      .boundingClientRect(found => {
        const blocks = found as unknown as Measured[];
        const boxes = blocks.map(({ dataset, top, height }) => ({ key: dataset.block, top, height }));
        this.tell(boxes, this.screenPx);
      })
      .exec();
  }
}
