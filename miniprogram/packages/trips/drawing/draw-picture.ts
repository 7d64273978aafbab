import type { MilestonePicture } from '../views/milestone-picture';
import type { MonthPicture } from '../views/month-picture';
import type { YearPicture } from '../views/year-picture';
import { drawMilestone } from './draw-milestone';
import { drawMonth } from './draw-month';
import { drawYear } from './draw-year';
import type { Pen } from './pen';

/** A picture that can be kept and shown around. */
export type KeptPicture =
  | ({ kind: 'year' } & YearPicture)
  | ({ kind: 'month' } & MonthPicture)
  | ({ kind: 'milestone' } & MilestonePicture);

/** Draws the whole picture upon a canvas that is `PICTURE` large, times its pixels. */
export function drawPicture(pen: Pen, picture: KeptPicture): void {
  if (picture.kind === 'year') drawYear(pen, picture);
  else if (picture.kind === 'month') drawMonth(pen, picture);
  else drawMilestone(pen, picture);
}
