import qrcode from 'qrcode-generator';

/** Readable where a quarter of it is dirty or torn off: a poster hangs for years. */
const CORRECTION = 'Q';

/** A text of ASCII as a QR code, row by row, `1` being dark; without its quiet rim, which is four cells wide. */
export function codePicture(text: string): string[] {
  const code = qrcode(0, CORRECTION);
  code.addData(text, 'Byte');
  code.make();
  const cells = Array.from({ length: code.getModuleCount() }, (_, index) => index);
  return cells.map(row => cells.map(column => (code.isDark(row, column) ? '1' : '0')).join(''));
}
