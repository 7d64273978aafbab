import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/** How the application is configured for pushes: the names of its environment variables are the product's own. */
export interface PushSettings {
  appId: string;
  token: string;
  aesKey: string;
}

const BLOCK = 32;

/** 16 random bytes, the length in four bytes, the message, the application's id, padded to whole blocks of 32. */
function plainText(message: string, appId: string): Buffer {
  const body = Buffer.from(message, 'utf8');
  const length = Buffer.alloc(4);
  length.writeUInt32BE(body.length);
  const content = Buffer.concat([randomBytes(16), length, body, Buffer.from(appId, 'utf8')]);
  const padding = BLOCK - (content.length % BLOCK);
  return Buffer.concat([content, Buffer.alloc(padding, padding)]);
}

/**
 * A push as WeChat sends it in the encrypted mode with JSON: the query of its address and its body.
 * Source: developers.weixin.qq.com/doc/oplatform/Third-party_Platforms/2.0/api/Before_Develop/Technical_Plan.html
 */
export function sealPush(
  settings: PushSettings,
  message: object,
  nowMs: number,
): { query: string; body: string } {
  const key = Buffer.from(`${settings.aesKey}=`, 'base64');
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = plainText(JSON.stringify(message), settings.appId);
  const encrypted = Buffer.concat([cipher.update(plain), cipher.final()]).toString('base64');
  const timestamp = String(Math.floor(nowMs / 1000));
  const nonce = String(randomBytes(4).readUInt32BE());
  const sha1 = (parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex');
  const query = new URLSearchParams({
    signature: sha1([settings.token, timestamp, nonce]),
    timestamp,
    nonce,
    encrypt_type: 'aes',
    msg_signature: sha1([settings.token, timestamp, nonce, encrypted]),
  });
  return { query: query.toString(), body: JSON.stringify({ ToUserName: 'gh_local', Encrypt: encrypted }) };
}
