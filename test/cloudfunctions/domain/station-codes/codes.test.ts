import { networkOf } from '../../../../cloudfunctions/domain/network';
import { renewPoster } from '../../../../cloudfunctions/domain/station-codes';
import { parseCode } from '../../../../cloudfunctions/domain/station-codes/code-text';
import { readScan } from '../../../../cloudfunctions/domain/station-codes/read-scan';
import { isGenuine, signCode } from '../../../../cloudfunctions/domain/station-codes/sign-code';
import type { Platform } from '../../../../cloudfunctions/platform';
import { posterCode, screenCode } from '../../../../local/demo/stations/station-code';
import { CITY, placeAt, StationWorld } from './station-world';

const world = new StationWorld();
const read = (code: string, station = '布吉', platform: Platform = world.process()) =>
  readScan(platform, CITY, { code, ...placeAt(station) });
const codeOf = (error: { code?: string }) => error.code;
const refused = (code: string, station?: string) => read(code, station).then(() => 'taken', codeOf);

test('the code of every station says its name again, in letters that every scanner reads', () => {
  for (const { name } of networkOf(CITY)!.stations) {
    const text = world.poster(name);
    expect(text).toMatch(/^[\w.-]{40,120}$/);
    expect(parseCode(text)?.code).toEqual({ kind: 'poster', city: CITY, station: name, number: 1 });
    expect(isGenuine(world.process(), parseCode(text)!)).toBe(true);
  }
});

test('the demo’s posters and screens say what the product’s do', () => {
  const key = { key: world.process().variable('STATION_KEY'), city: CITY };
  expect(posterCode(key, '深圳北站')).toBe(world.poster('深圳北站'));
  expect(screenCode(key, '深圳北站', world.nowMs)).toBe(world.screen('深圳北站'));
});

test('no letter of a code can be changed, left out or added', () => {
  for (const text of [world.poster('布吉'), world.screen('布吉')]) {
    const forged = [...text].flatMap((letter, at) => {
      const other = letter === '1' ? '2' : '1';
      return [
        text.slice(0, at) + other + text.slice(at + 1),
        text.slice(0, at) + text.slice(at + 1),
        text.slice(0, at) + other + text.slice(at),
      ];
    });
    const genuine = forged.filter(one => {
      const signed = parseCode(one);
      return signed !== null && isGenuine(world.process(), signed);
    });
    expect(genuine).toEqual([]);
  }
});

test('a code that another key signed is none of ours', async () => {
  const other = { variable: () => 'cd'.repeat(32) };
  const forged = signCode(other, { kind: 'poster', city: CITY, station: '布吉', number: 1 });
  expect(await refused(forged)).toBe('STATION_CODE_WRONG');
});

test.each([
  ['nothing at all', ''],
  ['an address', 'https://example.com/?station=布吉'],
  ['the name', '布吉'],
  ['a very long text', 'TDD1.P.shenzhen.'.repeat(400)],
])('%s is no code', async (_name, text) => {
  expect(await refused(text)).toBe('STATION_CODE_WRONG');
});

test('a code of another city does not count here', async () => {
  const code = { kind: 'poster', city: 'beijing', station: '布吉', number: 1 } as const;
  expect(await refused(signCode(world.process(), code))).toBe('STATION_CODE_WRONG');
});

test('the poster of a station that the network does not have any more says that there is a new one', async () => {
  const code = { kind: 'poster', city: CITY, station: '旧站名', number: 1 } as const;
  expect(await refused(signCode(world.process(), code))).toBe('STATION_CODE_EXPIRED');
});

test('a poster counts as long as its edition does', async () => {
  const platform = world.process();
  expect(await read(world.poster('布吉'))).toMatchObject({ station: '布吉', kind: 'poster', metresAway: 0 });
  expect(await refused(world.poster('布吉', 2))).toBe('STATION_CODE_EXPIRED');
  const renewed = await platform.database.transact(transaction =>
    renewPoster(transaction, platform, { city: CITY, station: '布吉站' }),
  );
  expect(renewed).toEqual({ station: '布吉', edition: 2, before: 1 });
  expect(await refused(world.poster('布吉'))).toBe('STATION_CODE_EXPIRED');
  expect(await read(world.poster('布吉', 2))).toMatchObject({ station: '布吉' });
  expect(await read(world.poster('福田'), '福田')).toMatchObject({ station: '福田' });
});

test('a photograph of a screen is worth nothing two changes later', async () => {
  const code = world.screen('布吉');
  expect(await read(code)).toMatchObject({ kind: 'screen' });
  world.nowMs += 30_000;
  expect(await read(code)).toMatchObject({ kind: 'screen' });
  world.nowMs += 30_000;
  expect(await refused(code)).toBe('STATION_CODE_EXPIRED');
});

test('a photographed poster is worth nothing at home', async () => {
  expect(await refused(world.poster('福田'), '布吉')).toBe('TOO_FAR_FROM_STATION');
});
