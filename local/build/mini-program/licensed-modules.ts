/** A part of the mini-program that WeChat opens to some service categories only. */
export interface LicensedModule {
  name: string;
  /** Folder of its subpackage. */
  root: string;
  /** What only it needs in app.json. */
  privateInfos: readonly string[];
  permissions: readonly string[];
  backgroundModes: readonly string[];
}

/** Source: developers.weixin.qq.com/miniprogram/dev/api/location/wx.startLocationUpdateBackground.html */
export const licensedModules: readonly LicensedModule[] = [
  {
    name: 'track',
    root: 'packages/track',
    privateInfos: ['onLocationChange', 'startLocationUpdate', 'startLocationUpdateBackground'],
    permissions: ['scope.userLocationBackground'],
    backgroundModes: ['location'],
  },
];
