import type { NoticeParameters, NoticeTemplate } from '../../contract/inbox';
import { collectionOf } from '../../platform';

export interface Notice {
  _id: string;
  uid: string;
  atMs: number;
  /** `<atMs, 15 digits>-<random>`: sorts like the time and is never equal, so that pages neither skip nor repeat. */
  position: string;
  template: NoticeTemplate;
  parameters: NoticeParameters;
  readAtMs: number | null;
}

export const notices = collectionOf<Notice>('notices');
