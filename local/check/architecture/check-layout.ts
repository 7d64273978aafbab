import path from 'node:path';

const topLevel = new Set(
  [
    'miniprogram',
    'cloudfunctions',
    'typings',
    'test',
    'local',
    'docs',
    'LICENSE',
    'CHANGELOG.md',
    'CONTRIBUTING.md',
  ].concat(
    [
      'README.md',
      'README.zh-CN.md',
      'SECURITY.md',
      'package.json',
      'package-lock.json',
      'project.config.json',
    ],
    [
      'biome.json',
      'tsconfig.json',
      'tsconfig.miniprogram.json',
      'tsconfig.simulator.json',
      'jest.config.cjs',
    ],
  ),
);

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9-]+)*$/;
const nondescript = /(?:^|[-.])(?:utils?|helpers?)(?:[-.]|$)/;
const counted = /\.(?:ts|mjs|cjs|js|wxml|wxss|wxs)$/;
const longestSourceLines = 250;
/** Tables of cases are long without having a second purpose. */
const longestTestLines = 400;

/** @returns one sentence for each file at a wrong place, with a name that says nothing, or too long for one purpose */
export function checkLayout(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([file, text]) => [
    ...placeProblems(file),
    ...nameProblems(file),
    ...lengthProblems(file, text),
  ]);
}

function placeProblems(file: string): string[] {
  const [top = ''] = file.split('/');
  return topLevel.has(top) || top.startsWith('.') ? [] : [`${file}: ${top} is not in the agreed layout`];
}

function nameProblems(file: string): string[] {
  const inRooms = file.includes('/') && !file.startsWith('.');
  if (!inRooms) return [];
  return file.split('/').flatMap(segment => {
    if (nondescript.test(segment)) return [`${file}: ${segment} does not say what it is for`];
    return kebabCase.test(segment) ? [] : [`${file}: ${segment} is not kebab-case`];
  });
}

function lengthProblems(file: string, text: string): string[] {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  const longest = file.startsWith('test/') ? longestTestLines : longestSourceLines;
  if (!counted.test(path.posix.basename(file)) || lines <= longest) return [];
  return [`${file} has ${lines} lines, more than ${longest}: does it have one purpose?`];
}
