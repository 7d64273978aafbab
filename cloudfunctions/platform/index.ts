/** What domains may use of the platform: types and pure parts. `functions/` add the implementation on WeChat's SDK. */
export * from './database';
export type { Files } from './files';
export { hmacSha256, isDigest } from './hmac';
export * from './kept-reading';
export type { MessageOutcome, Messages } from './messages';
export type { OpenedData } from './open-data';
export type { PictureChecks } from './picture-checks';
export type { Platform } from './platform';
export * from './positions';
export { type BoxOwner, openSecret, sealSecret } from './secret-box';
export { sha256OfBytes, sha256OfText } from './sha256';
export { isAddressCheck, isSealedByWechat, openPush, type PushKeys, type PushQuery } from './wechat-push';
