import { readPage } from '../../../pages/renewed-page';
import { livePage } from '../../../services/live-page';
import { personalData } from '../../../services/personal-data';
import { currentTheme } from '../../../services/settings';
import type { FailureView } from '../../../views/failure';
import { type KeptView, viewKeptData } from '../../../views/kept-data';
import { storedNote } from '../../../views/stored-copy';

livePage({
  data: {
    theme: currentTheme(),
    /** Server: null until it is known. */
    kept: null as KeptView[] | null,
    storedNote: '',
    /** State: the one that is open. */
    openKind: '',
    failure: null as FailureView | null,
  },

  onShow() {
    void this.refresh();
  },

  ...readPage,

  async readData() {
    const read = await personalData();
    return {
      kept: viewKeptData(read.data.kinds),
      storedNote: storedNote(read, Date.now()),
    };
  },

  onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { kind: string }>) {
    const { kind } = currentTarget.dataset;
    this.setData({ openKind: this.data.openKind === kind ? '' : kind });
  },
});
