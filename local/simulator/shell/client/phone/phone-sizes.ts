import type { PhoneSizes } from '../../shell-contract';

const STATUS_BAR = 47;
const NAVIGATION_BAR = 44;
const TAB_BAR = 50;
const HOME_INDICATOR = 34;
/** Phones with a home button, and small windows, have no indicator and a low status bar. */
const LOW_STATUS_BAR = 20;
const capsule = { width: 87, height: 32, right: 7 };
/** Phones lower than this have a home button. */
const LOWEST_WITH_INDICATOR = 740;

export interface Screen {
  width: number;
  height: number;
}

export function sizesOf({ width, height }: Screen): PhoneSizes {
  const isLow = height < LOWEST_WITH_INDICATOR;
  const statusBarHeight = isLow ? LOW_STATUS_BAR : STATUS_BAR;
  return {
    screenWidth: width,
    screenHeight: height,
    statusBarHeight,
    navigationBarHeight: NAVIGATION_BAR,
    tabBarHeight: TAB_BAR,
    bottomInset: isLow ? 0 : HOME_INDICATOR,
    capsule: { ...capsule, top: statusBarHeight + (NAVIGATION_BAR - capsule.height) / 2 },
  };
}
