import { existsSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { laterModules, loadLater } from '../../../../local/build/product/load-later';

async function modulesInBundle(contents: string): Promise<string[]> {
  const result = await build({
    stdin: { contents, resolveDir: process.cwd() },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    metafile: true,
    logLevel: 'silent',
    plugins: [loadLater()],
  });
  return Object.keys(result.metafile.inputs);
}

let modules: string[] = [];
beforeAll(async () => {
  modules = await modulesInBundle(`require('wx-server-sdk')`);
});

test.each(laterModules)(
  '$specifier is required by $importer, as the list says',
  ({ specifier, importer }) => {
    expect(modules).toContain(`load-later:${importer} ${specifier}`);
  },
);

const isInBundle = (name: string) => modules.some(file => file.startsWith(`node_modules/${name}/`));

test.each(['axios', 'jsonwebtoken', 'xml2js'])('the real %s stays in the bundle', name => {
  expect(isInBundle(name)).toBe(true);
});

test.each([
  '@cloudbase/ai',
  '@cloudbase/app',
  'web-streams-polyfill',
  '@cloudbase/wx-cloud-client-sdk',
  'xmlbuilder',
])('%s, which nothing of ours reaches, is left out', name => {
  expect(isInBundle(name)).toBe(false);
});

test.each([
  ['./ai', 'exports.createAI()'],
  ['@cloudbase/wx-cloud-client-sdk', 'exports.generateHTTPClient().orders'],
  ['@cloudbase/wx-cloud-client-sdk', 'exports.generateMySQLClient()'],
  ['./builder', 'new exports.Builder()'],
])('who reaches %s by %s all the same is told where the reason stands', (specifier, use) => {
  const { code } = laterModules.find(later => later.specifier === specifier)!;
  let said = '';
  try {
    runInNewContext(`${code}\n${use}`, { exports: {}, Error });
  } catch (error) {
    said = (error as Error).message;
  }
  const [file] = /docs\/decisions\/[\w-]+\.md/.exec(said) ?? [];
  expect(file && existsSync(file)).toBe(true);
});

test('nobody else than the SDK gets a stand-in', async () => {
  expect(await modulesInBundle(`require('jsonwebtoken')`)).not.toContainEqual(
    expect.stringMatching(/^load-later/),
  );
});
