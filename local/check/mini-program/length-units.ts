import { type Declaration, parse } from 'postcss';
import { allElements, readWxml } from './read-wxml';

/** The smallest phone has 320 px, of which the page's margins take 32: wider things have to follow the screen. */
const widestFixedPx = 288;
const spansTheScreen = /^(?:width|min-width|flex-basis|left|right|margin-(?:left|right))$/;

/**
 * The look is in px: sizes of text come from tokens that elder mode scales, hairlines and radii stay, and what follows
 * the screen's width is in percent or flexes. rpx would grow without end in a PC's window, and px text would not grow
 * for somebody who asked for larger text.
 */
export function lengthProblems(file: string, source: string): string[] {
  return file.endsWith('.wxml') ? inlineStyleProblems(file, source) : styleSheetProblems(file, source);
}

function styleSheetProblems(file: string, source: string): string[] {
  const problems: string[] = [];
  parse(source).walkDecls(declaration => {
    const problem = declarationProblem(declaration);
    if (problem !== undefined && !isBase(declaration))
      problems.push(
        `${file}:${declaration.source?.start?.line ?? 0} ${declaration.prop}: ${declaration.value} ${problem}`,
      );
  });
  return problems;
}

function inlineStyleProblems(file: string, source: string): string[] {
  return allElements(readWxml(source)).flatMap(({ attributes, line }) => {
    const style = attributes.style?.replace(/\{\{[\s\S]*?\}\}/g, 'var(--bound)') ?? '';
    const written = style.split(';').filter(one => one.includes(':'));
    return styleSheetProblems(file, `a{${written.join(';')}}`).map(problem =>
      problem.replace(/:\d+ /, `:${line} `),
    );
  });
}

function declarationProblem({ prop, value }: Declaration): string | undefined {
  if (/\drpx\b/.test(value)) return 'is in rpx: use px, or percent for what follows the screen';
  if (/^(?:font-size|line-height)$/.test(prop) && /\d(?:px|pt)\b/.test(value) && !value.includes('--scale'))
    return 'stays small in elder mode: use a --text token or calc(… * var(--scale, 1))';
  const fixed = /^(\d+(?:\.\d+)?)px$/.exec(value);
  if (fixed && spansTheScreen.test(prop) && Number(fixed[1]) > widestFixedPx)
    return 'is wider than the smallest phone';
  return undefined;
}

/** What `page` says holds before the page's own view has said how large text shall be. */
function isBase({ parent }: Declaration): boolean {
  return parent?.type === 'rule' && (parent as unknown as { selector: string }).selector === 'page';
}
