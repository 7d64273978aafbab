/** Sharp enough to read a screenshot by, and a tenth of its bytes. */
const QUALITY = 80;
const HEIGHT_PIXELS = 1_280;

/** One picture of the album, made small by the phone; null when nobody chose one. */
export async function chooseScreenshot(): Promise<string | null> {
  const chosen = await wx
    .chooseMedia({ count: 1, mediaType: ['image'], sourceType: ['album'], sizeType: ['compressed'] })
    .catch(() => null);
  const path = chosen?.tempFiles[0]?.tempFilePath;
  return path === undefined ? null : compressed(path);
}

/** Where the phone cannot make it smaller it goes as it is: the server looks at its size anyway. */
async function compressed(src: string): Promise<string> {
  const smaller = await wx
    .compressImage({ src, quality: QUALITY, compressedHeight: HEIGHT_PIXELS })
    .catch(() => null);
  return smaller?.tempFilePath ?? src;
}
