import { createDecipheriv, hash } from 'node:crypto';
import { isDigest } from './hmac';

/** What an application and WeChat have agreed on for pushes, and whose application it is. */
export interface PushKeys {
  /** 3 to 32 letters and digits. */
  token: string;
  /** 43 letters and digits: a 32-byte key in base 64 without its last sign. */
  encodingAesKey: string;
  appId: string;
}

/** The part of the address by which WeChat shows that it is the sender. */
export interface PushQuery {
  timestamp: string;
  nonce: string;
  signature: string;
}

/** SHA-1 of the parts, sorted and joined. Source: developers.weixin.qq.com, 消息推送, 验证消息的确来自微信服务器 */
export const pushSignature = (parts: readonly string[]): string =>
  hash('sha1', [...parts].sort().join(''), 'hex');

const isSigned = (parts: readonly string[], signature: string): boolean =>
  isDigest(Buffer.from(pushSignature(parts), 'hex'), signature);

/** Whether WeChat asks if this address is ours: `signature` covers the token, the time and the nonce. */
export const isAddressCheck = ({ token }: PushKeys, { timestamp, nonce, signature }: PushQuery): boolean =>
  isSigned([token, timestamp, nonce], signature);

/** Whether the encrypted message is WeChat's: `signature` is the query's `msg_signature`. */
export const isSealedByWechat = (
  { token }: PushKeys,
  { timestamp, nonce, signature }: PushQuery,
  encrypted: string,
): boolean => isSigned([token, timestamp, nonce, encrypted], signature);

const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
/** WeChat pads to whole blocks of 32 bytes, which is twice the cipher's own. */
const LONGEST_PADDING = 32;

function unpadded(padded: Buffer): Buffer | null {
  const padding = padded.at(-1) ?? 0;
  if (padding < 1 || padding > LONGEST_PADDING || padding > padded.length) return null;
  return padded.subarray(0, padded.length - padding);
}

function decrypted(encodingAesKey: string, encrypted: string): Buffer | null {
  const key = Buffer.from(`${encodingAesKey}=`, 'base64');
  try {
    const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    return unpadded(Buffer.concat([decipher.update(encrypted, 'base64'), decipher.final()]));
  } catch {
    return null;
  }
}

/**
 * The message inside of an encrypted push: 16 random bytes, its length in 4 bytes, itself, and the application's id,
 * under AES-256-CBC. Null for whatever was not encrypted with this key for this application.
 */
export function openPush({ encodingAesKey, appId }: PushKeys, encrypted: string): string | null {
  const plain = decrypted(encodingAesKey, encrypted);
  if (!plain || plain.length < RANDOM_BYTES + LENGTH_BYTES) return null;
  const begin = RANDOM_BYTES + LENGTH_BYTES;
  const end = begin + plain.readUInt32BE(RANDOM_BYTES);
  if (end > plain.length || plain.subarray(end).toString('utf8') !== appId) return null;
  return plain.subarray(begin, end).toString('utf8');
}
