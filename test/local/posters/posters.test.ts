import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parsePosterArguments } from '../../../local/posters/arguments';
import { postersPage } from '../../../local/posters/poster-page';
import { printPosters } from '../../../local/posters/print-posters';
import { choosePosters, readPosterFile } from '../../../local/posters/read-posters';

const folder = mkdtempSync(path.join(tmpdir(), 'posters-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const posterOf = (station: string, edition = 1) => ({
  station,
  lines: ['3号线', '5号线'],
  edition,
  text: `TDD1.P.shenzhen.${Buffer.from(station).toString('base64url')}.${edition}.${'0'.repeat(32)}`,
});
const posters = [posterOf('布吉'), posterOf('福田', 2)];

test('a PDF has a sheet for each station, and a picture each on request', async () => {
  const printed = await printPosters(posters, folder, { pictures: true });
  const pdf = readFileSync(printed.pdf, 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  expect(printed.pictures.map(file => path.basename(file))).toEqual(['布吉-1.png', '福田-2.png']);
  for (const file of printed.pictures) expect(readFileSync(file).subarray(1, 4).toString()).toBe('PNG');
});

test('a name that looks like markup stays a name', () => {
  expect(postersPage([posterOf('<script>')])).not.toContain('<script>');
});

test('posters are chosen by station, and an unknown one is named', () => {
  expect(choosePosters(posters, [])).toHaveLength(2);
  expect(choosePosters(posters, ['福田']).map(({ station }) => station)).toEqual(['福田']);
  expect(() => choosePosters(posters, ['福田', '火星'])).toThrow('没有这些车站：火星');
});

test('a file of the console is read, and anything else is named as none', () => {
  const file = path.join(folder, 'codes.json');
  writeFileSync(file, JSON.stringify({ posters }));
  expect(readPosterFile(file)).toEqual(posters);
  writeFileSync(file, '{"posters":[{"station":1}]}');
  expect(() => readPosterFile(file)).toThrow('不是员工台导出的海报文件');
  expect(() => readPosterFile(path.join(folder, 'missing.json'))).toThrow('读不出来');
});

test('without flags the running demo is asked, as the one who looks after stations', () => {
  expect(parsePosterArguments([], '/shop')).toEqual({
    codes: null,
    url: 'http://127.0.0.1:8787',
    person: 'demo-staff-channel',
    stations: [],
    folder: '/shop/posters',
    pictures: false,
  });
  expect(() => parsePosterArguments(['--colour'], '/shop')).toThrow('没有这个参数');
});
