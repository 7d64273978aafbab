import type { PickerModel } from './picker-model';
import { asList, asText } from './property';

interface Region {
  name: string;
  code: string;
  postcode?: string;
  parts?: Region[];
}

const city = (name: string, code: string, postcode: string, districts: Record<string, string>): Region => ({
  name,
  code,
  postcode,
  parts: Object.entries(districts).map(([district, at]) => ({ name: district, code: at })),
});

/** A few places are enough to try a page with; the phone knows all of them. Codes are those of GB/T 2260. */
const provinces: Region[] = [
  {
    name: '北京市',
    code: '110000',
    parts: [
      city('北京市', '110100', '100000', {
        东城区: '110101',
        西城区: '110102',
        朝阳区: '110105',
        海淀区: '110108',
      }),
    ],
  },
  {
    name: '上海市',
    code: '310000',
    parts: [city('上海市', '310100', '200000', { 黄浦区: '310101', 徐汇区: '310104', 浦东新区: '310115' })],
  },
  {
    name: '广东省',
    code: '440000',
    parts: [
      city('广州市', '440100', '510000', { 荔湾区: '440103', 越秀区: '440104', 天河区: '440106' }),
      city('深圳市', '440300', '518000', {
        罗湖区: '440303',
        福田区: '440304',
        南山区: '440305',
        宝安区: '440306',
      }),
    ],
  },
];

export function regionModel({ value, level, customItem }: Record<string, unknown>): PickerModel {
  const depth = ({ province: 1, city: 2 } as Record<string, number>)[asText(level)] ?? 3;
  const custom = asText(customItem);
  const tree = custom === '' ? provinces : withCustom(provinces, custom);
  return {
    columns: chosen => levels(tree, chosen, depth).map(regions => regions.map(region => region.name)),
    start: indexesOf(tree, asList(value).map(String), depth),
    answer(chosen) {
      const path = levels(tree, chosen, depth).map((regions, at) => regions[chosen[at] ?? 0]);
      const known = path.filter(region => region !== undefined);
      return {
        value: known.map(region => region.name),
        code: known.map(region => region.code).filter(code => code !== ''),
        postcode: known[1]?.postcode ?? '',
      };
    },
  };
}

/** `custom-item` stands first in each column, e.g. 全部. */
function withCustom(regions: Region[], name: string): Region[] {
  const nested = regions.map(region => ({ ...region, parts: withCustom(region.parts ?? [], name) }));
  return [{ name, code: '', parts: [{ name, code: '', parts: [{ name, code: '' }] }] }, ...nested];
}

function levels(tree: Region[], chosen: number[], depth: number): Region[][] {
  const columns: Region[][] = [];
  let regions = tree;
  for (let at = 0; at < depth; at += 1) {
    columns.push(regions);
    regions = regions[Math.min(chosen[at] ?? 0, regions.length - 1)]?.parts ?? [];
  }
  return columns;
}

function indexesOf(tree: Region[], names: string[], depth: number): number[] {
  const chosen: number[] = [];
  for (let at = 0; at < depth; at += 1) {
    const column = levels(tree, chosen, depth)[at] ?? [];
    chosen.push(
      Math.max(
        0,
        column.findIndex(region => region.name === names[at]),
      ),
    );
  }
  return chosen;
}
