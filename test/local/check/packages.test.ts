import { readProject } from '../../../local/check/architecture/check-imports';
import { deployedPackages } from '../../../local/check/packages/deployed-packages';
import { vulnerabilitiesText } from '../../../local/check/packages/known-vulnerabilities';
import { readLockFile } from '../../../local/check/packages/lock-file';
import { packageProblems } from '../../../local/check/packages/package-problems';

const integrity = 'sha512-abc';
const packageJson = { dependencies: { dayjs: '1.0.0' }, devDependencies: { sdk: '2.0.0', jest: '3.0.0' } };
const packages = {
  '': packageJson,
  'node_modules/dayjs': { version: '1.0.0', integrity, license: 'MIT' },
  'node_modules/sdk': {
    version: '2.0.0',
    integrity,
    license: '(MIT OR GPL-3.0)',
    dependencies: { inner: '^1.0.0' },
  },
  'node_modules/sdk/node_modules/inner': {
    version: '1.1.0',
    integrity,
    license: 'ISC',
    dependencies: { leaf: '*' },
  },
  'node_modules/inner': { version: '9.0.0', integrity, license: 'GPL-3.0' },
  'node_modules/leaf': { version: '1.0.0', integrity, license: 'BSD-3-Clause' },
  'node_modules/jest': { version: '3.0.0', integrity, license: 'GPL-3.0' },
};

function lockWith(changed: Record<string, object>) {
  return readLockFile(JSON.stringify({ lockfileVersion: 3, packages: { ...packages, ...changed } }));
}

const project = readProject(
  new Map([
    [
      'cloudfunctions/platform/cloud.ts',
      `import sdk from 'sdk/deep'; import type { Test } from 'jest'; import './own';`,
    ],
    ['local/demo/main.ts', `import 'jest';`],
  ]),
);

const deployed = deployedPackages(project, lockWith({}));

test('what is deployed is what functions load and the mini-program packs, with everything that these bring along', () => {
  expect(deployed).toEqual([
    'node_modules/dayjs',
    'node_modules/leaf',
    'node_modules/sdk',
    'node_modules/sdk/node_modules/inner',
  ]);
});

describe('versions, checksums and licences', () => {
  const problems = (lock = lockWith({}), manifest: object = packageJson) =>
    packageProblems(JSON.stringify(manifest), lock, deployed);

  test('the good example has no problem: a licence that only a tool has does not matter', () => {
    expect(problems()).toEqual([]);
  });

  test.each([
    [
      'a loose version',
      { ...packageJson, dependencies: { dayjs: '^1.0.0' } },
      /dayjs \^1.0.0 is not one exact version/,
    ],
    ['a stale lock', { ...packageJson, dependencies: { dayjs: '1.0.1' } }, /another version of dayjs/],
  ])('%s', (_what, manifest, problem) => {
    expect(problems(lockWith({}), manifest)).toEqual([expect.stringMatching(problem)]);
  });

  test.each([
    ['a package without checksum', { 'node_modules/leaf': { license: 'MIT' } }, /leaf has no SHA-512/],
    [
      'a weak checksum',
      { 'node_modules/leaf': { license: 'MIT', integrity: 'sha1-a' } },
      /leaf has no SHA-512/,
    ],
    [
      'a copyleft licence',
      { 'node_modules/leaf': { license: 'GPL-3.0', integrity } },
      /leaf is delivered under GPL-3.0/,
    ],
    [
      'a licence with a second half',
      { 'node_modules/leaf': { license: 'MIT AND GPL-3.0', integrity } },
      /MIT AND GPL/,
    ],
    ['no licence', { 'node_modules/leaf': { integrity } }, /leaf is delivered under no licence/],
  ])('%s', (_what, changed, problem) => {
    expect(problems(lockWith(changed))).toEqual([expect.stringMatching(problem)]);
  });
});

describe('known vulnerabilities', () => {
  const audit = (nodes: string[]) =>
    `npm warn something\n${JSON.stringify({ vulnerabilities: { leaf: { severity: 'high', nodes } } })}\n`;

  test.each([
    [
      'in a deployed package are named',
      audit(['node_modules/leaf']),
      'note: leaf has a known vulnerability (high)',
    ],
    [
      'in a tool are not',
      audit(['node_modules/jest']),
      'no known vulnerability in the 4 packages that are deployed',
    ],
    ['that nobody looked up are not denied', '{"message": "405"}', /were NOT looked up/],
    ['without any answer are not denied', 'ENETUNREACH', /were NOT looked up/],
  ])('%s', (_what, output, expected) => {
    expect(vulnerabilitiesText(output, deployed)).toMatch(expected);
  });
});
