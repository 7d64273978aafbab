/**
 * Pictures of riders, as far as they have to be unpacked. A domain of its own, so that only the function that takes pictures
 * carries the codecs.
 *
 * 1. What a file is, its bytes say; its size is read before anything is unpacked.
 * 2. A picture is drawn anew from its points: nothing else of the file survives.
 * 3. The fingerprint is made of the points that are kept, so that it can be made again. Pure.
 */
export type { Fingerprint } from './fingerprint';
export { LARGEST_BYTES } from './rules';
export { type TakenPicture, takePicture } from './take-picture';
