import qrcode from 'qrcode-generator';
import type { Poster } from './poster';
import { posterStyle } from './poster-style';

/** Readable where a quarter of it is dirty or torn off: a poster hangs for years. */
const CORRECTION = 'Q';
/** The rim that scanners need around a code, as ISO/IEC 18004 has it. */
const RIM_CELLS = 4;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, letter => escapes[letter]!);

/** The code as one path of squares, so that a printer draws it as sharp as it can. */
function codePicture(text: string): string {
  const code = qrcode(0, CORRECTION);
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const cells = Array.from({ length: count }, (_, index) => index);
  const squares = cells.flatMap(row =>
    cells.filter(column => code.isDark(row, column)).map(column => `M${column} ${row}h1v1h-1z`),
  );
  const side = count + 2 * RIM_CELLS;
  const box = `${-RIM_CELLS} ${-RIM_CELLS} ${side} ${side}`;
  return `<svg class="code" viewBox="${box}" shape-rendering="crispEdges"><path d="${squares.join('')}"/></svg>`;
}

const steps = [
  ['打开', '微信搜小程序“碳点点”，进“赚碳积分 → 扫码乘车”'],
  ['进站扫一次', '买单程票、付现金都可以'],
  ['出站再扫一次', '到站扫那里的海报，4 小时内有效'],
] as const;

const stepList = steps.map(([name, words]) => `<li><b>${name}</b><span>${words}</span></li>`).join('');

/** One poster: a sheet of A4. */
const sheet = ({ station, lines, edition, text }: Poster): string => `<section class="sheet">
  <header><i class="dot"></i><i class="rail"></i><i class="dot"></i><span>碳点点</span></header>
  <h1>${escaped(station)}</h1>
  <p class="lines">${lines.map(line => `<span>${escaped(line)}</span>`).join('')}</p>
  ${codePicture(text)}
  <h2>买票乘车，也能记碳积分</h2>
  <ol>${stepList}</ol>
  <footer>扫码时要在车站 500 米内，位置只在扫码那一刻核对，不保存。得到的是奖励积分。<br>${escaped(station)} · 第 ${edition} 版</footer>
</section>`;

/** All posters as one document, a sheet each. */
export const postersPage = (posters: readonly Poster[]): string =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><style>${posterStyle}</style>${posters.map(sheet).join('')}</html>`;
