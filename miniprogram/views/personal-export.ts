import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { momentText } from './beijing-time';

type PersonalExport = NonNullable<ProcedureOutput<'personalData.latestExport'>['export']>;

export interface ExportView {
  isReady: boolean;
  /** `今天 18:30` */
  requested: string;
  /** `11月23日 18:30` */
  until: string;
  files: { name: string; title: string; detail: string; address: string; label: string }[];
}

const titles: Readonly<Record<string, string>> = {
  data: '全部数据',
  trips: '行程',
  'own-trips': '自己记录的出行',
  tracks: '骑行轨迹',
  ledger: '账本',
};

/** `tandiandian-trips-2026-11-22-2.csv` is 行程（表格，第 2 份）. */
function titleOf(name: string): string {
  const [, base = name, part, ending] =
    /^tandiandian-([a-z-]+)-[\d-]{10}(?:-(\d+))?\.([a-z]+)$/.exec(name) ?? [];
  const form = ending === 'json' ? 'JSON' : '表格';
  return `${titles[base] ?? base}（${form}${part === undefined ? '' : `，第 ${part} 份`}）`;
}

function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} 字节`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

export function viewExport(
  { state, requestedAtMs, expiresAtMs, files }: PersonalExport,
  nowMs: number,
): ExportView {
  return {
    isReady: state === 'ready',
    requested: momentText(requestedAtMs, nowMs),
    until: momentText(expiresAtMs, nowMs),
    files: files.map(({ name, bytes, address }) => ({
      name,
      title: titleOf(name),
      detail: sizeText(bytes),
      address: address ?? '',
      label: `复制${titleOf(name)}的下载链接`,
    })),
  };
}
