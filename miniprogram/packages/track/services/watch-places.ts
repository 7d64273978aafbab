type Place = WechatMiniprogram.OnLocationChangeListenerResult;

/**
 * Follows the position, with the screen off as well where the person allows that; else only while the program is seen, and
 * then the screen stays on. Answers what ends it. Sources: developers.weixin.qq.com/miniprogram/dev/api/location/
 * wx.startLocationUpdateBackground.html and wx.onLocationChange.html
 */
export async function watchPlaces(take: (place: Place) => void): Promise<() => void> {
  await wx.startLocationUpdateBackground({}).catch(async () => {
    await wx.startLocationUpdate({});
    wx.setKeepScreenOn({ keepScreenOn: true });
  });
  wx.onLocationChange(take);
  return () => {
    wx.offLocationChange(take);
    wx.stopLocationUpdate({});
    wx.setKeepScreenOn({ keepScreenOn: false });
  };
}
