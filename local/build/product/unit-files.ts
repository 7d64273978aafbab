import type { FunctionDeclaration } from './manifest-shape';

/** The two small files that DevTools and the console expect beside a function's index.js. */
export function unitFiles(unit: FunctionDeclaration): Record<'config.json' | 'package.json', string> {
  const triggers = unit.timer ? [{ name: unit.timer.name, type: 'timer', config: unit.timer.cron }] : [];
  return {
    'config.json': asText({ permissions: { openapi: [...(unit.openapi ?? [])].sort() }, triggers }),
    // Without dependencies: everything is in the bundle, so the cloud has nothing to install.
    'package.json': asText({ name: unit.name, version: '1.0.0', main: 'index.js' }),
  };
}

function asText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
