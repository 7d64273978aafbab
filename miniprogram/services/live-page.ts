import { currentTheme, type Theme } from './settings';

type Options<
  Data extends WechatMiniprogram.Page.DataOption,
  Custom extends WechatMiniprogram.Page.CustomOption,
> = WechatMiniprogram.Page.Options<Data, Custom>;

type Reading<Custom, Name extends string> =
  Custom extends Record<Name, (given: never) => Promise<infer Shown>> ? Shown : never;

/** What a page reads to be shown is data that it has. */
type ReadsOwnData<Data, Custom> = [Reading<Custom, 'readData'> | Reading<Custom, 'readFurther'>] extends [
  Partial<Data>,
]
  ? unknown
  : never;

/** What a page is while it is shown. */
interface ShownPage {
  data: { theme: Theme };
  setData(change: { theme: Theme }): void;
  /** Reads again what did not come while there was no network. */
  onReconnect?(): void;
}

let shown: ShownPage | null = null;
let isListening = false;

/** The size of text can have changed on another page, or in WeChat itself, since this one was made or last seen. */
function wearTheme(page: ShownPage): void {
  const theme = currentTheme();
  const { className, style } = page.data.theme;
  if (theme.className !== className || theme.style !== style) page.setData({ theme });
}

function listenOnce(): void {
  if (isListening) return;
  isListening = true;
  wx.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) shown?.onReconnect?.();
  });
}

function leave(page: ShownPage): void {
  if (shown === page) shown = null;
}

/**
 * Registers a page as `Page` does. Each time that it is shown it takes on the text size of now, and while it is shown its
 * `onReconnect`, where it has one, is called when the network comes back.
 */
export function livePage<
  Data extends WechatMiniprogram.Page.DataOption & { theme: Theme },
  Custom extends WechatMiniprogram.Page.CustomOption,
>(options: Options<Data, Custom> & ReadsOwnData<Data, Custom>): void {
  const { onShow, onHide, onUnload } = options;
  const lifetimes = {
    onShow(this: ShownPage) {
      wearTheme(this);
      shown = this;
      listenOnce();
      return onShow?.call(this as never);
    },
    onHide(this: ShownPage) {
      leave(this);
      return onHide?.call(this as never);
    },
    onUnload(this: ShownPage) {
      leave(this);
      return onUnload?.call(this as never);
    },
  };
  Page(Object.assign(options, lifetimes) as never);
}
