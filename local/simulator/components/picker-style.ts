import { dark } from './dark';

export const pickerStyle = `
  wx-picker { display: block; cursor: pointer }
  .wx-picker-layer { position: fixed; inset: 0; z-index: 5000; font-size: 17px }
  .wx-picker-mask { position: absolute; inset: 0; background: rgba(0, 0, 0, 0.6) }
  .wx-picker-sheet {
    position: absolute; left: 0; right: 0; bottom: 0; padding-bottom: env(safe-area-inset-bottom);
    border-radius: 12px 12px 0 0; background: #ffffff; color: rgba(0, 0, 0, 0.9); overflow: hidden;
    animation: wx-picker-rise 0.2s ease-out;
  }
  @keyframes wx-picker-rise { from { transform: translateY(100%) } }
  .wx-picker-bar { display: flex; align-items: center; justify-content: space-between; height: 56px; padding: 0 8px }
  .wx-picker-bar > button { min-width: 64px; min-height: 44px; border: 0; background: none; color: inherit; font: inherit; cursor: pointer }
  .wx-picker-bar > .wx-picker-confirm { color: #07c160 }
  .wx-picker-title { flex: 1; overflow: hidden; text-align: center; text-overflow: ellipsis; white-space: nowrap }
  .wx-picker-columns { position: relative; display: flex; height: 240px }
  .wx-picker-columns::after {
    content: ''; position: absolute; left: 0; right: 0; top: 100px; height: 40px; pointer-events: none;
    border: solid rgba(0, 0, 0, 0.1); border-width: 1px 0;
  }
  .wx-picker-column {
    flex: 1; box-sizing: border-box; height: 240px; padding: 100px 0; overflow-y: auto; scroll-snap-type: y mandatory;
    scrollbar-width: none; overscroll-behavior: contain; text-align: center;
    mask-image: linear-gradient(transparent, #000 42%, #000 58%, transparent);
  }
  .wx-picker-item { height: 40px; line-height: 40px; overflow: hidden; scroll-snap-align: center; white-space: nowrap; cursor: pointer }
  ${dark(`
    .wx-picker-sheet { background: #2c2c2c; color: rgba(255, 255, 255, 0.8) }
    .wx-picker-columns::after { border-color: rgba(255, 255, 255, 0.1) }
  `)}`;
