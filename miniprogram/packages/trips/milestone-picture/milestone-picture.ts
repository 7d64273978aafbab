import { livePage } from '../../../services/live-page';
import { readMilestones } from '../../../services/milestones';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { viewFailure } from '../../../views/failure';
import { routes } from '../../../views/routes';
import { drawKept, keptPicture, keptPictureTaps } from '../kept-picture';
import { viewMilestonePicture } from '../views/milestone-picture';

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    state: 'loading' as 'loading' | 'failed' | 'empty' | 'ready',
    failure: { text: '', code: '' },
    isRetrying: false,
    ...keptPicture(),
    name: '里程碑图',
    source: '里程碑都是公开的数字，出处写在图上。',
    /** State: which milestone; empty for the latest. */
    key: '',
  },

  onLoad({ key = '' }: { key?: string }) {
    this.setData({ key });
    void this.load();
  },

  onReconnect() {
    if (this.data.state === 'failed') this.onRetry();
  },

  async load() {
    try {
      const { data } = await readMilestones();
      const picture = viewMilestonePicture(data, this.data.key);
      if (picture === null) this.setData({ state: 'empty' });
      else
        this.setData(
          { state: 'ready', picture: { kind: 'milestone', ...picture } },
          () => void drawKept(this),
        );
    } catch (error) {
      this.setData({ state: 'failed', failure: viewFailure(serviceErrorOf(error)) });
    } finally {
      this.setData({ isRetrying: false });
    }
  },

  ...keptPictureTaps,

  onRetry() {
    this.setData({ isRetrying: true });
    void this.load();
  },

  onEmptyAct() {
    wx.switchTab({ url: routes.trips });
  },
});
