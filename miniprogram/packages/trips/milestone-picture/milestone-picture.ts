import { livePage } from '../../../services/live-page';
import { readMilestones } from '../../../services/milestones';
import { currentTheme } from '../../../services/settings';
import { keptPicture, picturePage, viewPicture } from '../kept-picture';
import { notRead, periodPage } from '../period-page';
import { viewMilestonePicture } from '../views/milestone-picture';

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    ...notRead,
    ...keptPicture(),
    name: '里程碑图',
    source: '里程碑都是公开的数字，出处写在图上。',
    /** State: which milestone; empty for the latest. */
    key: '',
  },

  ...periodPage,
  ...picturePage,

  onLoad({ key = '' }: { key?: string }) {
    this.setData({ key });
    void this.load();
  },

  period() {
    return this.data.key;
  },

  async readData() {
    const { data } = await readMilestones();
    const picture = viewMilestonePicture(data, this.data.key);
    return viewPicture(picture && { kind: 'milestone', ...picture });
  },
});
