import { staffRoutes } from './views/staff-routes';

/** To the desk, which is below this page unless it was opened by a link. */
export function backToDesk(): void {
  if (getCurrentPages().length > 1) wx.navigateBack();
  else wx.redirectTo({ url: staffRoutes.desk });
}
