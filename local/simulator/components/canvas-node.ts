/** The browser's canvas with what WeChat's has besides. */
export interface CanvasNode extends HTMLCanvasElement {
  createImage(): HTMLImageElement;
  createPath2D(path?: Path2D | string): Path2D;
  createImageData(width: number, height: number): ImageData;
  requestAnimationFrame(step: FrameRequestCallback): number;
  cancelAnimationFrame(id: number): void;
}

/** @param resolve address of a path as the page writes it */
export function canvasNode(element: HTMLCanvasElement, resolve: (source: string) => string): CanvasNode {
  return Object.assign(element, {
    createImage: () => resolvingImage(resolve),
    createPath2D: (path?: Path2D | string) => new Path2D(path),
    createImageData: (width: number, height: number) => new ImageData(width, height),
    requestAnimationFrame: (step: FrameRequestCallback) => requestAnimationFrame(step),
    cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
  });
}

/** Its `src` takes paths of the package, as everywhere in a mini-program. */
function resolvingImage(resolve: (source: string) => string): HTMLImageElement {
  const image = new Image();
  const source = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, 'src');
  Object.defineProperty(image, 'src', {
    get: () => source?.get?.call(image) as string,
    set: (path: string) => source?.set?.call(image, resolve(path)),
  });
  return image;
}
