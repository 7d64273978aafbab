/** A product small enough to read, with everything a declaration can have. */
export const goodProduct: Record<string, string> = {
  'package-lock.json': '{}',
  'cloudfunctions/platform/environment.ts': `export const environment = [{ name: 'EVIDENCE_KEY', generate: 'hex32' }];`,
  'cloudfunctions/functions/hello/unit.ts': `export const unit = {
    name: 'hello', timeoutSeconds: 20, memoryMegabytes: 256, environment: ['EVIDENCE_KEY'],
    http: { path: '/hello' }, timer: { name: 'every-minute', cron: '0 * * * * * *' }, openapi: ['security.msgSecCheck'],
  };`,
  'cloudfunctions/functions/hello/index.ts': `import cloud from 'wx-server-sdk';
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV });
    export async function main() {
      try {
        return { openid: cloud.getWXContext().OPENID, ai: typeof cloud.ai({ config: { env: 'environment' } }) };
      } catch (error) {
        return { openid: cloud.getWXContext().OPENID, ai: error.message };
      }
    }`,
  'cloudfunctions/domain/fruit/collections.ts': `export const collections = [
    { name: 'pears', rule: { read: false, write: false },
      indexes: [{ name: 'by_owner', unique: true, fields: [{ field: 'owner', direction: 1 }] }] },
    { name: 'apples', rule: { read: false, write: false }, indexes: [], seed: [{ _id: 'red', grams: 150 }] },
  ];`,
};
