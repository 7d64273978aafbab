import { makeCall } from '../calling/make-call';
import { textOf } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import type { WxHost } from '../wx-host';
import { createCanvasContext } from './canvas-context';
import { createAnimation } from './create-animation';

/** Animations and canvases. */
export function drawingCalls({ window }: WxHost): Record<string, unknown> {
  return {
    createAnimation,
    createCanvasContext: (canvasId: string) => createCanvasContext(window, canvasId),
    createOffscreenCanvas: ({ width = 300, height = 150 }: { width?: number; height?: number } = {}) =>
      Object.assign(window.document.createElement('canvas'), { width, height }),
    canvasToTempFilePath: makeCall('canvasToTempFilePath', options => ({
      tempFilePath: pictureOf(window, options),
    })),
    // Fonts of the package come with the style sheet; fonts from elsewhere are not allowed.
    loadFontFace: makeCall('loadFontFace', options => {
      textOf(options, 'source');
      throw new WxFailure('network error');
    }),
  };
}

function pictureOf(window: Window, { canvas, canvasId }: Record<string, unknown>): string {
  const given = canvas as { toDataURL?: () => string } | undefined;
  if (typeof given?.toDataURL === 'function') return given.toDataURL();
  const found = window.document.querySelector<HTMLCanvasElement>(`[canvas-id="${String(canvasId)}"] canvas`);
  if (found === null) throw new WxFailure('canvas is empty');
  return found.toDataURL();
}
