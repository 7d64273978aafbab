const WIDTH = 360;
const HEIGHT = 780;

function paint(context: CanvasRenderingContext2D, atMs: number): void {
  const at = new Date(atMs);
  const clock = (hoursBefore: number): string =>
    new Date(atMs - hoursBefore * 3_600_000).toTimeString().slice(0, 5);
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, WIDTH, HEIGHT);
  context.fillStyle = '#0066b3';
  context.fillRect(0, 0, WIDTH, 84);
  context.fillStyle = '#ffffff';
  context.font = 'bold 20px sans-serif';
  context.fillText('行程详情', 140, 56);
  context.fillStyle = '#14241b';
  context.font = 'bold 26px sans-serif';
  context.fillText('车公庙 → 布吉', 24, 150);
  context.font = '20px sans-serif';
  context.fillText(at.toLocaleDateString('zh-CN'), 24, 200);
  context.fillText(`进站 ${clock(1)}   出站 ${clock(0)}`, 24, 240);
  context.fillText(`单号 ${Math.floor(atMs).toString().slice(-10)}`, 24, 280);
}

/** A page of a trip as some app would show it, another one every time, so that nobody has to look for a file. */
export function drawnScreenshot(): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: WIDTH, height: HEIGHT });
  const context = canvas.getContext('2d');
  if (context === null) return Promise.resolve(null);
  paint(context, Date.now());
  return new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.85));
}
