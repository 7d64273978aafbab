import path from 'node:path';
import { UsageError } from '../../../../local/demo/command-line/usage-error';
import { parseStartArguments } from '../../../../local/demo/start/arguments';
import { parseRideArguments, parseStatementArguments } from '../../../../local/demo/try/arguments';

test('npm start takes what is usual where nothing is given', () => {
  expect(parseStartArguments([], '/here')).toEqual({ port: null, dataFolder: '/here/data', fresh: false });
});

test('flags of npm start', () => {
  const given = ['--port', '9000', '--data', 'other', '--fresh'];
  expect(parseStartArguments(given, '/here')).toEqual({
    port: 9000,
    dataFolder: path.resolve('/here/other'),
    fresh: true,
  });
});

test('flags of npm run ride and npm run statement', () => {
  expect(parseRideArguments(['--from', '布吉', '--to', '福田', '--curl'], '/here')).toEqual({
    rider: 'demo-commuter-001',
    port: null,
    dataFolder: '/here/data',
    from: '布吉',
    to: '福田',
    curl: true,
  });
  expect(parseStatementArguments(['--rider', 'demo-student-002', '--limit', '5'], '/here')).toMatchObject({
    rider: 'demo-student-002',
    limit: 5,
  });
});

test.each([
  ['an unknown flag', ['--prot', '9000'], /没有这个参数.*--prot/s],
  ['a flag without its value', ['--port'], /参数的值缺失/],
  ['a value for a flag that has none', ['--fresh=yes'], /参数的值缺失或多余/],
  ['something that is no flag', ['9000'], /多出来的内容.*9000/s],
  ['a port that is none', ['--port', '70000'], /--port 70000 应为 1–65535/],
  ['a port of letters', ['--port', 'http'], /--port http/],
])('%s is refused with the usage', (_, given, message) => {
  expect(() => parseStartArguments(given, '/here')).toThrow(UsageError);
  expect(() => parseStartArguments(given, '/here')).toThrow(message);
  expect(() => parseStartArguments(given, '/here')).toThrow('用法：npm start');
});

test('each command names its own usage', () => {
  expect(() => parseRideArguments(['--fresh'], '/')).toThrow('用法：npm run ride');
  expect(() => parseStatementArguments(['--limit', '0'], '/')).toThrow('用法：npm run statement');
});
