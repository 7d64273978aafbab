/** One drawing call that waits for `draw`. */
type Action = (context: CanvasRenderingContext2D) => void;

/** Setters of the old interface and the property of the canvas that each stands for. */
const setters: Record<string, string> = {
  setFillStyle: 'fillStyle',
  setStrokeStyle: 'strokeStyle',
  setLineWidth: 'lineWidth',
  setLineCap: 'lineCap',
  setLineJoin: 'lineJoin',
  setMiterLimit: 'miterLimit',
  setGlobalAlpha: 'globalAlpha',
  setTextAlign: 'textAlign',
  setTextBaseline: 'textBaseline',
};

const strokes = [
  ...['beginPath', 'closePath', 'moveTo', 'lineTo', 'arc', 'arcTo', 'rect', 'fill', 'stroke', 'clip'],
  ...[
    'fillRect',
    'strokeRect',
    'clearRect',
    'fillText',
    'strokeText',
    'save',
    'restore',
    'translate',
    'rotate',
  ],
  ...['scale', 'transform', 'setTransform', 'quadraticCurveTo', 'bezierCurveTo', 'setLineDash'],
];

/**
 * `wx.createCanvasContext`, the interface before `type="2d"`: calls are collected and run on `draw`. Programs of our own
 * use the 2d canvas; this is for older ones, without images, gradients and measuring.
 */
export function createCanvasContext(window: Window, canvasId: string): Record<string, unknown> {
  let actions: Action[] = [];
  const add = (action: Action): void => void actions.push(action);
  const context: Record<string, unknown> = {
    setFontSize: (size: number) => add(real => void Reflect.set(real, 'font', `${size}px sans-serif`)),
    draw(keeps = false, done?: () => void) {
      const real = findContext(window, canvasId);
      const waiting = actions;
      actions = [];
      if (real === null) return;
      if (!keeps) real.clearRect(0, 0, real.canvas.width, real.canvas.height);
      for (const action of waiting) action(real);
      done?.();
    },
  };
  for (const [setter, property] of Object.entries(setters))
    context[setter] = (value: unknown) => add(real => void Reflect.set(real, property, value));
  for (const stroke of strokes)
    context[stroke] = (...values: unknown[]) => add(real => run(real, stroke, values));
  return context;
}

function run(real: CanvasRenderingContext2D, name: string, values: unknown[]): void {
  const method: unknown = Reflect.get(real, name);
  if (typeof method === 'function') Reflect.apply(method, real, values);
}

function findContext(window: Window, canvasId: string): CanvasRenderingContext2D | null {
  const canvas = window.document.querySelector<HTMLCanvasElement>(
    `[canvas-id="${canvasId}"] canvas, canvas[canvas-id="${canvasId}"]`,
  );
  return canvas?.getContext('2d') ?? null;
}
