import path from 'node:path';
import { parseBenchArguments } from './arguments';

test('a file is found from the folder one is in', () => {
  const given = ['--json', 'out.json', '--only', 'fsyncs'];
  expect(parseBenchArguments(given, '/project')).toEqual({
    jsonFile: path.resolve('/project', 'out.json'),
    only: 'fsyncs',
    isQuick: false,
    profileFolder: null,
  });
});

test.each([[['--only', 'nothing']], [['--fast']], [['fsyncs']]])('%j is answered with the usage', given => {
  expect(() => parseBenchArguments(given, '/project')).toThrow('npm run bench');
});
