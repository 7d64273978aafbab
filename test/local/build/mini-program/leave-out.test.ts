import path from 'node:path';
import { leaveOut } from '../../../../local/build/mini-program/leave-out';
import { licensedModules } from '../../../../local/build/mini-program/licensed-modules';
import { readFiles } from '../../../../local/build/mini-program/read-files';

const full = readFiles(path.resolve(__dirname, '../../../../miniprogram'));

describe.each(licensedModules)('without the module $name', module => {
  const left = leaveOut(full, module);
  const app = JSON.parse(left.get('app.json')?.toString() ?? '');

  test('none of its files and none of its pages are there', () => {
    expect([...left.keys()].filter(file => file.startsWith(module.root))).toEqual([]);
    expect(app.subPackages.map(({ root }: { root: string }) => root)).not.toContain(module.root);
    expect(full.size).toBeGreaterThan(left.size);
  });

  test('app.json declares nothing for it', () => {
    const text = JSON.stringify(app);
    for (const name of [...module.privateInfos, ...module.permissions])
      expect(text).not.toContain(`"${name}"`);
    for (const mode of module.backgroundModes) expect(app.requiredBackgroundModes ?? []).not.toContain(mode);
  });

  test('no other file needs one of its own', () => {
    const needing = [...left]
      .filter(([file]) => /\.(?:ts|wxml|wxss|json|wxs)$/.test(file))
      .filter(([, content]) =>
        /(?:from|import|src=|url=) ?["'][^"']*packages\/track\//.test(content.toString()),
      );
    expect(needing.map(([file]) => file)).toEqual([]);
  });

  test('the list of ways does not lead there', () => {
    expect(left.get('views/modules.ts')?.toString()).toContain(`${module.name}: false`);
  });

  test('everything else is as it was', () => {
    const changed = [...left]
      .filter(([file, content]) => !full.get(file)?.equals(content))
      .map(([file]) => file);
    expect(changed.sort()).toEqual(['app.json', 'views/modules.ts']);
  });
});
