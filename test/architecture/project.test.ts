import { assembleManifest } from '../../local/build/product/assemble-manifest';
import { findSources } from '../../local/build/product/find-sources';
import { loadDeclarations } from '../../local/build/product/load-declarations';
import { checkImports, readProject } from '../../local/check/architecture/check-imports';
import { checkLayout } from '../../local/check/architecture/check-layout';
import { checkPurity } from '../../local/check/architecture/check-purity';
import { readProjectFiles } from '../../local/check/project-files';

const root = process.cwd();
/** Programs that tests hand to the simulator and the runner are somebody else's as far as our rooms go. */
const fixturePrograms = /^test\/.+\/(?:fixtures|app)\//;
const files = new Map([...readProjectFiles(root, /./)].filter(([file]) => !fixturePrograms.test(file)));
const project = readProject(files);

test('the project has code to check', () => {
  expect(project.sources.size).toBeGreaterThan(50);
});

test('every import is one that the architecture allows', () => {
  expect(checkImports(project)).toEqual([]);
});

test('proof and rules are pure', () => {
  expect(checkPurity(project)).toEqual([]);
});

test('every file lies in the agreed layout, with a name that says something, and has one purpose', () => {
  expect(checkLayout(files)).toEqual([]);
});

test('every collection denies clients, and every declaration is sound', async () => {
  const manifest = assembleManifest(await loadDeclarations(root, findSources(root)));
  expect(manifest.collections.length).toBeGreaterThan(0);
  for (const { rule } of manifest.collections) expect(rule).toEqual({ read: false, write: false });
});
