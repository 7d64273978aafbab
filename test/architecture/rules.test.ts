import { checkImports, type Project, readProject } from '../../local/check/architecture/check-imports';
import { checkLayout } from '../../local/check/architecture/check-layout';
import { checkPurity } from '../../local/check/architecture/check-purity';

const miniprogram = {
  'miniprogram/pages/home/home.ts': `import { showMonth } from '../../views/month'; import { balance } from '../../services/ledger';`,
  'miniprogram/components/dot/dot.ts': `import { showMonth } from '../../views/month';`,
  'miniprogram/views/month.ts': `import { grams } from '../proof/grams'; import dayjs from 'dayjs'; export const showMonth = grams;`,
  'miniprogram/services/ledger.ts': `import type { Balance } from '../../cloudfunctions/contract/ledger'; export let balance: Balance;`,
  'miniprogram/proof/grams.ts': 'export const grams = 1;',
};

const cloudfunctions = {
  'cloudfunctions/contract/ledger.ts': `import * as z from 'zod'; export type Balance = number; export const balance = z.int();`,
  'cloudfunctions/domain/ledger/index.ts': `export * from './rules';`,
  'cloudfunctions/domain/ledger/rules.ts': `import type { Platform } from '../../platform'; import { grams } from '../../../miniprogram/proof/grams'; export const rule = (at: number, p: Platform) => new Date(at + grams);`,
  'cloudfunctions/domain/ledger/store.ts': `import { transact } from '../../platform'; export const store = transact;`,
  'cloudfunctions/domain/rides/ride.ts': `import { rule } from '../ledger'; export const ride = rule;`,
  'cloudfunctions/platform/index.ts': `export interface Platform {} export const transact = () => Date.now();`,
  'cloudfunctions/platform/cloud.ts': `import cloud from 'wx-server-sdk'; import { createHmac } from 'node:crypto'; export default [cloud, createHmac];`,
  'cloudfunctions/functions/api/index.ts': `import '../../domain/ledger'; import '../../platform/cloud';`,
  'cloudfunctions/functions/jobs/index.ts': `import '../../platform/cloud';`,
};

const others = {
  'local/demo/main.ts': `import { grams } from '../../miniprogram/proof/grams'; import Database from 'libsql'; export default [grams, Database];`,
  'test/api.test.ts': `import '../cloudfunctions/functions/api'; import '../local/demo/main'; import 'wx-server-sdk';`,
};

const good: Record<string, string> = { ...miniprogram, ...cloudfunctions, ...others };

function projectWith(changed: Record<string, string>): Project {
  return readProject(new Map(Object.entries({ ...good, ...changed })));
}

test('the good example breaks no rule', () => {
  const project = projectWith({});
  expect([...checkImports(project), ...checkPurity(project), ...checkLayout(project.files)]).toEqual([]);
});

describe('imports', () => {
  test.each([
    [
      'miniprogram/pages/home/home.ts',
      `import '../../../cloudfunctions/contract/ledger'`,
      'pages does not import contract',
    ],
    ['miniprogram/pages/home/home.ts', `import 'lodash'`, 'pages does not import this package'],
    [
      'miniprogram/packages/trips/list/list.ts',
      `import '../../../../local/demo/main'`,
      'pages does not import local',
    ],
    [
      'miniprogram/components/dot/dot.ts',
      `import '../../services/ledger'`,
      'components does not import services',
    ],
    [
      'miniprogram/services/ledger.ts',
      `import { balance } from '../../cloudfunctions/contract/ledger'`,
      'services imports contract as types only',
    ],
    [
      'miniprogram/services/ledger.ts',
      `import { type Balance, balance } from '../../cloudfunctions/contract/ledger'`,
      'services imports contract as types only',
    ],
    ['miniprogram/views/month.ts', `import '../services/ledger'`, 'views imports services as types only'],
    [
      'miniprogram/proof/grams.ts',
      `import { createHash } from 'node:crypto'`,
      'proof imports nothing of Node',
    ],
    ['miniprogram/proof/grams.ts', `import '../views/month'`, 'proof does not import views'],
    ['cloudfunctions/contract/ledger.ts', `import 'bson'`, 'contract does not import this package'],
    ['cloudfunctions/contract/ledger.ts', `import '../platform'`, 'contract does not import platform'],
    [
      'cloudfunctions/domain/rides/ride.ts',
      `import cloud from 'wx-server-sdk'`,
      'domain does not import this package',
    ],
    [
      'cloudfunctions/domain/rides/ride.ts',
      `import '../../platform/cloud'`,
      'domain imports platform through its public face only',
    ],
    [
      'cloudfunctions/domain/rides/ride.ts',
      `import '../ledger/store'`,
      'another domain is imported through its index.ts only',
    ],
    [
      'cloudfunctions/domain/rides/ride.ts',
      `export * from '../ledger/store'`,
      'another domain is imported through its index.ts only',
    ],
    [
      'cloudfunctions/domain/rides/ride.ts',
      `const later = import('../ledger/store')`,
      'another domain is imported through its index.ts only',
    ],
    [
      'cloudfunctions/domain/rides/ride.ts',
      `const now = require('../ledger/store')`,
      'another domain is imported through its index.ts only',
    ],
    [
      'cloudfunctions/domain/rides/ride.ts',
      `let store: import('../ledger/store').Store`,
      'another domain is imported through its index.ts only',
    ],
    [
      'cloudfunctions/domain/rides/ride.ts',
      `import '../../functions/api'`,
      'domain does not import functions',
    ],
    ['cloudfunctions/domain/ledger/store.ts', `import '../rides/ride'`, 'ledger imports no other domain'],
    ['cloudfunctions/platform/cloud.ts', `import '../domain/ledger'`, 'platform does not import domain'],
    [
      'cloudfunctions/functions/api/index.ts',
      `import '../../domain/ledger/store'`,
      'functions imports domain through its public face only',
    ],
    [
      'cloudfunctions/functions/api/index.ts',
      `import '../jobs'`,
      'one part of functions does not import another',
    ],
    [
      'cloudfunctions/functions/api/index.ts',
      `import 'wx-server-sdk'`,
      'functions does not import this package',
    ],
    [
      'cloudfunctions/functions/api/index.ts',
      `import '../../../local/demo/main'`,
      'functions does not import local',
    ],
    [
      'cloudfunctions/functions/api/index.ts',
      `import '../../../test/api.test'`,
      'functions does not import test',
    ],
    [
      'local/demo/main.ts',
      `import type { Balance } from '../../cloudfunctions/contract/ledger'`,
      'local does not import contract',
    ],
    ['local/demo/main.ts', `import '../../cloudfunctions/platform'`, 'local does not import platform'],
    ['local/demo/main.ts', `import '../../miniprogram/views/month'`, 'local does not import views'],
    ['local/demo/main.ts', `import 'wx-server-sdk'`, 'local does not import this package'],
    ['local/demo/main.ts', `import './gone'`, 'there is no such file'],
    // A computed import has no name to judge, so product code cannot have one.
    [
      'cloudfunctions/domain/rides/ride.ts',
      'const any = (name: string) => import(name)',
      'domain does not import this package',
    ],
  ])('%s with %s', (file, line, problem) => {
    const project = projectWith({ [file]: `${line};\n` });
    expect(checkImports(project)).toEqual([expect.stringMatching(`^${file} imports .*: ${problem}$`)]);
  });

  test('words in comments and strings are no imports', () => {
    const text = `// import '../rides/ride'\nexport const words = "import '../rides/ride'";`;
    expect(checkImports(projectWith({ 'cloudfunctions/domain/ledger/store.ts': text }))).toEqual([]);
  });
});

describe('purity', () => {
  const rules = 'cloudfunctions/domain/ledger/rules.ts';

  test.each([
    [
      rules,
      `import { transact } from '../../platform'; export const rule = transact;`,
      /platform\/index.ts uses Date.now: .*rules.ts → .*platform\/index.ts: rules do no I\/O/,
    ],
    [
      rules,
      `import { store } from './store'; export const rule = store;`,
      /uses Date.now: .*rules.ts → .*store.ts → .*platform\/index.ts/,
    ],
    [rules, `export const rule = () => new Date();`, /rules.ts uses new Date\(\)/],
    [rules, `export const rule = () => Math.random();`, /rules.ts uses Math.random/],
    [rules, `export const rule = () => process.env;`, /rules.ts uses process/],
    [
      rules,
      `import { readFileSync } from 'node:fs'; export const rule = readFileSync;`,
      /rules.ts imports node:fs/,
    ],
    [
      'miniprogram/proof/grams.ts',
      `export const grams = Buffer.from('1');`,
      /grams.ts uses Buffer: proof and words are pure/,
    ],
    ['miniprogram/words/cities.ts', `export const city = wx.getStorageSync('city');`, /cities.ts uses wx/],
    ['miniprogram/proof/grams.ts', `export const grams = new TextEncoder();`, /grams.ts uses TextEncoder/],
    ['miniprogram/proof/grams.ts', `export const grams = Date.now();`, /grams.ts uses Date.now/],
    ['miniprogram/proof/grams.ts', `export const grams = wx.getSystemInfoSync();`, /grams.ts uses wx/],
  ])('%s with %s', (file, text, problem) => {
    expect(checkPurity(projectWith({ [file]: text }))).toEqual([expect.stringMatching(problem)]);
  });

  test('a field of such a name is not a global', () => {
    const text = 'export const grams = (given: { process: number }) => ({ process: given.process });';
    expect(checkPurity(projectWith({ 'miniprogram/proof/grams.ts': text }))).toEqual([]);
  });
});

describe('layout', () => {
  test.each([
    ['tools/run.ts', '', /tools is not in the agreed layout/],
    ['notes.md', '', /notes.md is not in the agreed layout/],
    ['local/demo/sendRide.ts', '', /sendRide.ts is not kebab-case/],
    ['cloudfunctions/domain/Rides/ride.ts', '', /Rides is not kebab-case/],
    ['local/demo/utils.ts', '', /utils.ts does not say what it is for/],
    ['test/helpers/ride.ts', '', /helpers does not say what it is for/],
    ['local/demo/date-util.ts', '', /date-util.ts does not say/],
    ['local/demo/long.ts', '\n'.repeat(251), /has 251 lines, more than 250/],
    ['miniprogram/pages/home/home.wxml', '<view/>\n'.repeat(300), /has 300 lines/],
  ])('%s', (file, text, problem) => {
    expect(checkLayout(new Map([[file, text]]))).toEqual([expect.stringMatching(problem)]);
  });

  test('a file of exactly 250 lines, a long document and the files at the top are fine', () => {
    const files = {
      'local/demo/long.ts': '\n'.repeat(250),
      'docs/long.md': '\n'.repeat(999),
      'README.md': '',
      '.ci/run': '',
    };
    expect(checkLayout(new Map(Object.entries(files)))).toEqual([]);
  });
});
