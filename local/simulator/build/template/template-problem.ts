import type { BuildProblem } from '../app-bundle';

/** What the template compiler says about one place. */
export interface TemplateWarning {
  isError: boolean;
  level: string;
  message: string;
  startLine: number;
  startColumn: number;
}

/** DevTools runs programs with such warnings, so they do not stop one here; `npm run check` treats ours as errors. */
export function templateProblem(path: string, warning: TemplateWarning): BuildProblem {
  return {
    kind: 'template',
    file: `${path}.wxml`,
    message: `第 ${warning.startLine + 1} 行：${warning.message}`,
    isWarning: !warning.isError,
  };
}
