import { WxFailure } from '../calling/wx-failure';

/** @throws WxFailure for an address that is no picture */
export function pictureSize(
  window: Window & typeof globalThis,
  address: string,
): Promise<{ width: number; height: number }> {
  return new Promise((resolve, reject) => {
    const image = new window.Image();
    image.onload = () => resolve({ width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => reject(new WxFailure('image not found'));
    image.src = address;
  });
}
