import cloud from 'wx-server-sdk';
import type { PictureChecks } from './picture-checks';

/** `media_type` 2 is a picture, `scene` 4 what people write down for themselves. */
const PICTURE = 2;
const VERSION = 2;
const SCENE = 4;

interface Answer {
  errCode: number;
  errMsg: string;
  /** Through the cloud the names are in camel case; the HTTP interface says `trace_id`. */
  traceId?: string;
}

interface OpenApi {
  security: { mediaCheckAsync(options: Record<string, unknown>): Promise<Answer> };
}

/** Source: developers.weixin.qq.com/minigame/dev/api-backend/open-api/sec-check/security.mediaCheckAsync.html */
export const cloudPictureChecks = (): PictureChecks => ({
  async ask({ address, openid }) {
    const { openapi } = cloud as unknown as { openapi: OpenApi };
    const { traceId, errCode, errMsg } = await openapi.security.mediaCheckAsync({
      mediaUrl: address,
      mediaType: PICTURE,
      version: VERSION,
      openid,
      scene: SCENE,
    });
    if (!traceId) throw new Error(`mediaCheckAsync: ${errCode} ${errMsg}`);
    return { traceId };
  },
});
