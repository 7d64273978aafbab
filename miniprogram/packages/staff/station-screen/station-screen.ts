import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import type { FailureView } from '../../../views/failure';
import { failureOf } from '../failure-of';
import { readScreenCode } from '../services/stations';

/** So much after the change the next code is asked for: the server's clock decides which one it is. */
const AFTER_CHANGE_MS = 300;
const RETRY_MS = 5_000;

livePage({
  data: {
    theme: currentTheme(),
    /** Server: empty until there is one, and when it has run out without a next one. */
    picture: [] as string[],
    station: '',
    /** So that a dot travels along the line once a code; a new number begins it anew. */
    turn: 0,
    seconds: 0,
    failure: null as FailureView | null,
  },

  timer: 0,

  onLoad({ station = '' }: Record<string, string | undefined>) {
    this.setData({ station: decodeURIComponent(station) });
  },

  onShow() {
    wx.setKeepScreenOn({ keepScreenOn: true });
    void this.renew();
  },

  onHide() {
    clearTimeout(this.timer);
    wx.setKeepScreenOn({ keepScreenOn: false });
  },

  onUnload() {
    clearTimeout(this.timer);
    wx.setKeepScreenOn({ keepScreenOn: false });
  },

  onReconnect() {
    void this.renew();
  },

  /** A code that could not be renewed is taken off the screen: it would only be refused. */
  async renew() {
    clearTimeout(this.timer);
    try {
      const { station, picture, nowMs, changesAtMs } = await readScreenCode(this.data.station);
      const leftMs = Math.max(0, changesAtMs - nowMs);
      const seconds = Math.ceil(leftMs / 1_000);
      this.setData({ station, picture, seconds, turn: this.data.turn + 1, failure: null });
      this.again(leftMs + AFTER_CHANGE_MS);
    } catch (error) {
      this.setData({ picture: [], failure: failureOf(error) });
      this.again(RETRY_MS);
    }
  },

  again(afterMs: number) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.renew(), afterMs);
  },
});
