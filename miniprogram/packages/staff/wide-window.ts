/** From this width on a list and what was chosen of it stand side by side, as WeChat's window on a PC allows. */
const WIDE_PX = 768;

export const isWideWidth = (widthPx: number): boolean => widthPx >= WIDE_PX;

export const isWideWindow = (): boolean => isWideWidth(wx.getWindowInfo().windowWidth);

interface WidePage {
  setData(change: { isWide: boolean }): void;
}

/** Of a page that looks otherwise in a wide window, as its `isWide` says. */
export const widePage = {
  onResize(this: WidePage, { size }: { size: { windowWidth: number } }): void {
    this.setData({ isWide: isWideWidth(size.windowWidth) });
  },
};
