import { styleMarks } from '../../build/style-marks';

type Theme = 'light' | 'dark';

/** Conditions that are always true and never true in a media query. */
const always = '(min-width: 0px)';
const never = '(max-width: 0px)';

/**
 * The style elements of the frame in layers: built-in components, app.wxss, components, pages. Later layers win where
 * two rules weigh the same. The theme is filled in anew when it changes.
 */
export class StyleSheets {
  readonly #sheets: { element: HTMLStyleElement; css: string }[] = [];
  readonly #layers = new Map<string, Comment>();
  #theme: Theme = 'light';

  constructor(layers: string[]) {
    for (const layer of layers) {
      const end = document.createComment(layer);
      document.head.append(end);
      this.#layers.set(layer, end);
    }
  }

  /** @param scope prefix of the classes, or empty where the sheet is for all */
  add(layer: string, css: string, scope: string): void {
    if (css === '') return;
    const element = document.createElement('style');
    const prefix = scope === '' ? '' : `${scope}--`;
    const sheet = { element, css: css.replaceAll(styleMarks.scope, prefix) };
    this.#sheets.push(sheet);
    element.textContent = this.#withTheme(sheet.css);
    this.#layers.get(layer)?.before(element);
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    document.documentElement.dataset.theme = theme;
    document.documentElement.style.colorScheme = theme;
    for (const { element, css } of this.#sheets)
      if (css.includes(styleMarks.dark) || css.includes(styleMarks.light))
        element.textContent = this.#withTheme(css);
  }

  #withTheme(css: string): string {
    const isDark = this.#theme === 'dark';
    return css
      .replaceAll(styleMarks.dark, isDark ? always : never)
      .replaceAll(styleMarks.light, isDark ? never : always);
  }
}
