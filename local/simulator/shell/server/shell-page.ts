import type { ShellSettings } from '../shell-settings';

/**
 * The page around the phone. Everything in it is made by the script; the settings lie in the page, so that
 * `window.simulator` is there as soon as the page is loaded.
 */
export function shellPage(settings: ShellSettings): string {
  // `<` is the one character that could end the block early.
  const data = JSON.stringify(settings).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>模拟器</title>
<link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Cpath d='M8 24 24 8' stroke='%230a7a4c' stroke-width='5'/%3E%3Ccircle cx='8' cy='24' r='5' fill='%23fff' stroke='%230a7a4c' stroke-width='4'/%3E%3Ccircle cx='24' cy='8' r='5' fill='%23fff' stroke='%230a7a4c' stroke-width='4'/%3E%3C/svg%3E">
<link rel="stylesheet" href="/simulator/style.css">
<script src="/simulator/shell.js" defer></script>
</head>
<body><script type="application/json" id="settings">${data}</script></body>
</html>
`;
}
