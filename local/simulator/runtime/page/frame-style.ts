import { missingStyle } from '../kernel/missing-component';

/** What every page starts from. The page element itself scrolls, so that its background reaches everywhere. */
export const frameStyle = `
:root { --rpx: calc(100vw / 750); }
html, body { margin: 0; height: 100%; overflow: hidden; -webkit-text-size-adjust: none; }
body { font: 16px/1.4 system-ui, -apple-system, "PingFang SC", "Noto Sans CJK SC", sans-serif; user-select: none; }
wx-page { display: block; position: absolute !important; inset: 0; box-sizing: border-box; overflow: hidden auto;
  overscroll-behavior: contain; scrollbar-width: none; }
wx-page::-webkit-scrollbar { display: none; }
wx-page[hidden] { display: none !important; }
.simulator-pull-down { display: flex; align-items: center; justify-content: center; letter-spacing: 6px; color: #8a8a8a;
  overflow: hidden }
.simulator-pull-down[data-text-style="light"] { color: #ffffff }
${missingStyle}
`;
