/** How a page has to look; a page's outermost view gets both: `class="page {{theme.className}}" style="{{theme.style}}"`. */
export interface Theme {
  /** `elder` when elder mode is on: larger targets and simpler rows. */
  className: string;
  /** The factor of all text sizes, as a WXSS variable. */
  style: string;
  isElder: boolean;
}

const ELDER_KEY = 'elder-mode';
const ELDER_SCALE = 1.35;

/** WeChat's own font size setting at its standard step, and the largest factor at which one line of a row still fits. */
const STANDARD_FONT_SIZE = 17;
const LARGEST_SCALE = 1.6;

export const isElderMode = (): boolean => wx.getStorageSync(ELDER_KEY) === true;

/** Remembers the choice; pages take it on when they are shown next. */
export const setElderMode = (isOn: boolean): void => wx.setStorageSync(ELDER_KEY, isOn);

/** How much larger than standard the person has set WeChat's text; never smaller, since 12 px is our smallest. */
function fontFactor(): number {
  const { fontSizeSetting } = wx.getAppBaseInfo() as { fontSizeSetting?: number };
  return Math.max(1, (fontSizeSetting ?? STANDARD_FONT_SIZE) / STANDARD_FONT_SIZE);
}

export function currentTheme(): Theme {
  const isElder = isElderMode();
  const scale = Math.min(LARGEST_SCALE, Math.max(isElder ? ELDER_SCALE : 1, fontFactor()));
  return { className: isElder ? 'elder' : '', style: `--scale: ${Math.round(scale * 100) / 100}`, isElder };
}
