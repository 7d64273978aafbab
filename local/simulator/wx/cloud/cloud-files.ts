import { textOf } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import type { WxHost, WxOptions } from '../wx-host';
import type { CloudSession } from './cloud-session';

/** `wx.cloud.uploadFile`: the path is an address of this frame, as chooseMedia gives it. */
export async function uploadFile(host: WxHost, session: CloudSession, options: WxOptions): Promise<object> {
  const cloudPath = textOf(options, 'cloudPath');
  const file = await host.window.fetch(host.addressOf(textOf(options, 'filePath')));
  const { fileID, statusCode } = await session.send(
    `uploadFile ${cloudPath}`,
    `/storage/upload?cloudPath=${encodeURIComponent(cloudPath)}`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: await file.blob(),
    },
  );
  return { fileID, statusCode };
}

/**
 * Files are private: their addresses are signed, and only functions may ask for that. A program gets addresses from a
 * function's answer.
 */
export function refuseFiles({ shell }: WxHost, name: string): never {
  shell.report({
    kind: 'wx',
    name: `wx.cloud.${name}`,
    message: '云存储的文件不对小程序端公开，请由云函数给出签名地址',
  });
  throw new WxFailure('STORAGE_EXCEED_AUTHORITY', { errCode: -503002 });
}
