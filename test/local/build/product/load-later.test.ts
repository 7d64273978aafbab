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

test('the real modules stay in the bundle', () => {
  for (const name of ['@cloudbase/ai', '@cloudbase/wx-cloud-client-sdk', 'axios', 'jsonwebtoken', 'xml2js']) {
    expect(modules.some(file => file.startsWith(`node_modules/${name}/`))).toBe(true);
  }
});

test('nobody else than the SDK gets a stand-in', async () => {
  expect(await modulesInBundle(`require('xml2js')`)).not.toContainEqual(expect.stringMatching(/^load-later/));
});
