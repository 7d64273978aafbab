import { allElements, readWxml } from './read-wxml';

/** What a template says about classes. */
export interface ClassUse {
  names: Set<string>;
  /** Names with a bound part, e.g. `tone-{{tone}}`. */
  patterns: RegExp[];
  /** Whether a whole name comes from data: then any word of the program may be meant. */
  isOpen: boolean;
}

export function classUse(template: string): ClassUse {
  const use: ClassUse = { names: new Set(), patterns: [], isOpen: false };
  for (const { attributes } of allElements(readWxml(template)))
    for (const [name, value] of Object.entries(attributes))
      if (/(?:^|-)class$/.test(name)) addValue(use, value);
  return use;
}

export function isUsed(
  { names, patterns, isOpen }: ClassUse,
  name: string,
  words: ReadonlySet<string>,
): boolean {
  return names.has(name) || patterns.some(pattern => pattern.test(name)) || (isOpen && words.has(name));
}

function addValue(use: ClassUse, value: string): void {
  for (const [binding] of value.matchAll(/\{\{[\s\S]*?\}\}/g)) {
    const literals = [...binding.matchAll(/["']([^"']*)["']/g)].flatMap(([, text = '']) => text.split(/\s+/));
    for (const literal of literals) use.names.add(literal);
    if (literals.length === 0) use.isOpen = true;
  }
  for (const word of value.replace(/\{\{[\s\S]*?\}\}/g, '*').split(/\s+/)) {
    if (!word.includes('*')) use.names.add(word);
    else if (word !== '*') use.patterns.push(new RegExp(`^${word.replaceAll('*', '.*')}$`));
  }
}
