const KEY = 'is-staff';

/**
 * Whether the person of this phone was staff when the console was opened last. It only decides whether 我的 shows the
 * way to the console: who may do what there is the server's to say.
 */
export const isKnownStaff = (): boolean => wx.getStorageSync(KEY) === true;

export function rememberStaff(isStaff: boolean): void {
  if (isStaff !== isKnownStaff()) wx.setStorageSync(KEY, isStaff);
}
