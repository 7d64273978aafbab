/** What the build hands to the browser: everything of one mini-program as data, evaluated module by module at run time. */
export interface AppBundle {
  /** app.json with the theme's variables still in it. */
  config: AppConfig;
  theme: Record<'light' | 'dark', Record<string, string>>;
  /** First entry is the page that opens. */
  pages: string[];
  /** Each page and component, by its path without extension. */
  units: Record<string, Unit>;
  modules: Record<string, ScriptModule>;
  /** Expression whose value is the group of generated templates, by path. */
  templates: string;
  appStyle: string;
  problems: BuildProblem[];
}

export interface WindowConfig {
  navigationBarTitleText?: string;
  navigationBarBackgroundColor?: string;
  navigationBarTextStyle?: string;
  navigationStyle?: string;
  backgroundColor?: string;
  backgroundTextStyle?: string;
  enablePullDownRefresh?: boolean;
  onReachBottomDistance?: number;
  disableScroll?: boolean;
}

export interface TabBarConfig {
  custom?: boolean;
  color?: string;
  selectedColor?: string;
  backgroundColor?: string;
  borderStyle?: string;
  list: { pagePath: string; text?: string; iconPath?: string; selectedIconPath?: string }[];
}

export interface AppConfig {
  pages: string[];
  entryPagePath?: string;
  subpackages?: { root: string; pages: string[] }[];
  window?: WindowConfig;
  tabBar?: TabBarConfig;
  usingComponents?: Record<string, string>;
  resolveAlias?: Record<string, string>;
  darkmode?: boolean;
  /** `v2` for the second looks of the built-in components. */
  style?: string;
  themeLocation?: string;
  requiredPrivateInfos?: string[];
}

export interface UnitConfig extends WindowConfig {
  component?: boolean;
  usingComponents?: Record<string, string>;
  componentGenerics?: Record<string, true | { default?: string }>;
  componentPlaceholder?: Record<string, string>;
  styleIsolation?: string;
  addGlobalClass?: boolean;
  pureDataPattern?: string;
}

export interface Unit {
  path: string;
  isPage: boolean;
  config: UnitConfig;
  /** Tag to path of a unit; built-in components are not listed. */
  uses: Record<string, string>;
  /** Tags whose component does not exist, with what app.json or the unit's JSON said. */
  missing: Record<string, string>;
  hasTemplate: boolean;
  /** Id of its module; null when there is no script. */
  script: string | null;
  /** CSS with the marks of style-marks.ts. */
  style: string;
}

export interface ScriptModule {
  /** CommonJS code of one file. */
  code: string;
  /** The file as a person knows it, for stack traces. */
  file: string;
  /** What each `require` of it means. */
  requires: Record<string, string>;
}

export interface BuildProblem {
  kind: 'component' | 'script' | 'template' | 'style' | 'config';
  file: string;
  message: string;
  /** Warnings do not stop a person from working, so they go to the console only. */
  isWarning: boolean;
}
