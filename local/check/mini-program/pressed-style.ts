import { parse } from 'postcss';

/** The official audit asks for hover-class: `:active` stays on while a list is scrolled with a finger. */
export function pressedStyleProblems(file: string, source: string): string[] {
  const problems: string[] = [];
  parse(source).walkRules(/:active\b/, rule => {
    problems.push(
      `${file}:${rule.source?.start?.line ?? 0} ${rule.selector}: use hover-class instead of :active`,
    );
  });
  return problems;
}
