import type { AppBundle, WindowConfig } from '../../build/app-bundle';

export type Theme = 'light' | 'dark';

/** A configuration with `@name` replaced by the theme's value for it. */
export function withTheme<Config extends object>(config: Config, values: Record<string, string>): Config {
  const filled = Object.entries(config).map(([name, value]) => [name, fill(value, values)]);
  return Object.fromEntries(filled) as Config;
}

function fill(value: unknown, values: Record<string, string>): unknown {
  if (typeof value === 'string' && value.startsWith('@')) return values[value.slice(1)] ?? value;
  if (Array.isArray(value)) return value.map(one => fill(one, values));
  return typeof value === 'object' && value !== null ? withTheme(value, values) : value;
}

/** An app that does not say that it has a dark look is always shown light. */
export function themeFor({ config }: AppBundle, theme: Theme): Theme {
  return config.darkmode === true ? theme : 'light';
}

/** `black` and `white` are what JSON can say about the bar's text. */
export function frontColour({ navigationBarTextStyle }: WindowConfig): '#000000' | '#ffffff' {
  return navigationBarTextStyle === 'black' ? '#000000' : '#ffffff';
}
