import { Refusal } from '../../contract/errors';
import {
  decodePicture,
  encodeJpeg,
  fitted,
  orientationOf,
  type Picture,
  type PictureSize,
  pictureSizeOf,
  pictureTypeOf,
  turned,
} from '../../platform/pictures';
import { type Fingerprint, fingerprintOf } from './fingerprint';
import {
  KEPT_PIXELS,
  KEPT_QUALITY,
  LARGEST_BYTES,
  MOST_POINTS,
  SHORTEST_PIXELS,
  STEEPEST_SIDES,
} from './rules';

export interface TakenPicture {
  /** Drawn anew from its points: nothing else of the file is in it. */
  jpeg: Uint8Array;
  fingerprint: Fingerprint;
}

const refused = (reason: string): Refusal => new Refusal('PICTURE_REFUSED', { field: 'picture', reason });

function sizeProblem({ width, height }: PictureSize): string | null {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  if (short < SHORTEST_PIXELS) return `图片太小，看不清内容（至少 ${SHORTEST_PIXELS} 像素），请换一张原图`;
  if (width * height > MOST_POINTS) return '图片太大，请只截取行程的那一屏';
  if (long > short * STEEPEST_SIDES) return '图片太长，请只截取行程的那一屏';
  return null;
}

function decoded(bytes: Uint8Array): Picture {
  if (bytes.byteLength > LARGEST_BYTES) throw refused('图片超过 3 MB，请压缩或重新截图后再选');
  const type = pictureTypeOf(bytes);
  if (type === null) throw refused('这个文件不是图片，请选择手机截图');
  if (type !== 'jpeg' && type !== 'png') throw refused('只支持 JPG 和 PNG 图片，请重新截图后再选');
  const size = pictureSizeOf(bytes);
  const problem = size && sizeProblem(size);
  if (problem) throw refused(problem);
  // What claims one size and unpacks to another is no picture of a phone's.
  const picture = size && decodePicture(bytes);
  if (!picture || picture.width !== size.width || picture.height !== size.height) {
    throw refused('图片已损坏，无法打开，请重新截图后再选');
  }
  return picture;
}

/**
 * The picture of an upload, made small and free of everything but its points: no place, time or camera of the file's is
 * kept, whatever the phone did before. `PICTURE_REFUSED` with the reason in words. Pure.
 */
export function takePicture(bytes: Uint8Array): TakenPicture {
  const picture = turned(fitted(decoded(bytes), KEPT_PIXELS), orientationOf(bytes));
  return { jpeg: encodeJpeg(picture, KEPT_QUALITY), fingerprint: fingerprintOf(picture) };
}
