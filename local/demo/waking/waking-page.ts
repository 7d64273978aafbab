import { wakingScript } from './waking-script';
import { wakingStyle } from './waking-style';

/** A metro line of a city at night, whose stations light up as its month comes in. */
const line = `<svg class="map" viewBox="0 0 320 120" role="img" aria-hidden="true">
<path class="track" pathLength="100" d="M16 92H86L134 44H204L236 76H304"/>
<path class="track done" id="done" pathLength="100" d="M16 92H86L134 44H204L236 76H304"/>
${[
  [16, 92],
  [86, 92],
  [134, 44],
  [204, 44],
  [236, 76],
  [304, 76],
]
  .map(([x, y]) => `<circle class="station" cx="${x}" cy="${y}" r="7"/>`)
  .join('\n')}
</svg>`;

/** The page that is shown until the month is there; it asks how far it is, and loads itself anew at the end. */
export const wakingPage = (nonce: string): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>碳点点</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${wakingStyle}</style>
</head>
<body>
<main>
${line}
<h1>城市正在醒来 <span id="percent">0</span> %</h1>
<div class="bar" id="bar" role="progressbar" aria-label="城市正在醒来" aria-valuemin="0" aria-valuemax="100"><i id="fill"></i></div>
<p id="note" role="status">一百多位乘客正在领卡、绑卡，准备出门</p>
<p class="quiet">好了会自己打开，不用刷新</p>
</main>
<script nonce="${nonce}">${wakingScript}</script>
</body>
</html>
`;
