import type { FrameOptions } from '../runtime/app/frame-options';

/** The document of the app's frame. */
export function framePage(options: FrameOptions): string {
  // `<` is the one character that could end the script early.
  const data = JSON.stringify(options).replaceAll('<', '\\u003c');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<link rel="icon" href="data:,">
<title>小程序</title>
<script>window.simulatorFrame = ${data};</script>
</head>
<body><script src="${options.base}/runtime.js"></script></body>
</html>
`;
}
