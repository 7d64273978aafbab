import path from 'node:path';
import { parse } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { classUse, isUsed } from './class-use';
import { allElements, readWxml } from './read-wxml';

type Files = ReadonlyMap<string, string>;

/**
 * @param files of the whole mini-program, because a class that a component's user chooses is written there
 * @returns one sentence for each class of a style sheet that no template which the sheet is for has
 */
export function unusedClassProblems(files: Files): string[] {
  const sheets = [...files.keys()].filter(file => file.endsWith('.wxss'));
  const words = quotedWords(files);
  return sheets.flatMap(sheet => {
    const uses = templatesOf(sheet, files).map(template => classUse(files.get(template) ?? ''));
    const unused = classesOf(files.get(sheet) ?? '').filter(
      name => !uses.some(use => isUsed(use, name, words)),
    );
    return unused.map(name => `${sheet} has .${name}, which no template uses`);
  });
}

/** A sheet is for the template of its name and for those of all sheets that import it; app.wxss is for all. */
function templatesOf(sheet: string, files: Files): string[] {
  if (path.posix.basename(sheet) === 'app.wxss')
    return [...files.keys()].filter(file => file.endsWith('.wxml'));
  const own = sheet.replace(/wxss$/, 'wxml');
  const importers = [...files.keys()].filter(
    file => file.endsWith('.wxss') && importsOf(file, files.get(file) ?? '').includes(sheet),
  );
  return [...(files.has(own) ? [own] : []), ...importers.flatMap(one => templatesOf(one, files))];
}

function importsOf(sheet: string, source: string): string[] {
  return [...source.matchAll(/@import\s+["']([^"']+)["']/g)].map(([, target = '']) =>
    path.posix.join(path.posix.dirname(sheet), target),
  );
}

function classesOf(source: string): string[] {
  const names = new Set<string>();
  parse(source).walkRules(rule => {
    if (
      rule.parent?.type === 'atrule' &&
      /keyframes$/.test((rule.parent as unknown as { name: string }).name)
    )
      return;
    selectorParser(selectors => {
      selectors.walkClasses(({ value }) => void names.add(value));
    }).processSync(rule.selector);
  });
  return [...names];
}

/** Every word that data or a component's user can give: what a bound class can turn out to be. */
function quotedWords(files: Files): Set<string> {
  const texts = [...files].flatMap(([file, text]) => {
    if (file.endsWith('.wxml')) return attributeTexts(text);
    return /\.(?:ts|wxs)$/.test(file) ? [text] : [];
  });
  const quoted = texts.flatMap(text => [...text.matchAll(/["'`]([\w -]+)["'`]/g)]);
  return new Set(quoted.flatMap(([, words = '']) => words.split(' ')));
}

/** Without classes, which say what one template has and not what another may be given. */
function attributeTexts(template: string): string[] {
  return allElements(readWxml(template)).flatMap(({ attributes }) =>
    Object.entries(attributes).flatMap(([name, value]) =>
      name.endsWith('class') ? [] : [`"${value}"`, ...value.split(/[{}]+/)],
    ),
  );
}
