import type { CollectionDeclaration, FunctionDeclaration, Manifest, MessageTemplate } from './manifest-shape';

/**
 * Nobody reads a file by himself; a rider writes what he declares a trip with. The rule's language has regular expressions,
 * whose result is to be compared: docs.cloudbase.net/storage/security-rules/secure_resource
 */
export const storageRule =
  '{"read": false, "write": "resource.openid == auth.openid && /^report-uploads.[0-9a-z]{26}.jpg$/.test(resource.path) == true"}';

/**
 * The manifest as numbered steps with the Chinese names of the console's menus. Secrets are named, never printed: each
 * installation makes its own.
 */
export function deploymentSteps(manifest: Manifest): string {
  const { environment, functions, collections, messageTemplates = [] } = manifest;
  const seeded = collections.filter(collection => (collection.seed ?? []).length > 0);
  const routes = functions.filter(unit => unit.http);
  return [
    '# Deploy to CloudBase (微信开发者工具 › 云开发, or the console of 腾讯云 › 云开发)',
    section(
      1,
      `Create ${collections.length} collections (数据库 › 添加集合)`,
      collections.map(collectionStep),
    ),
    section(
      2,
      'Import the seed documents (数据库 › 集合 › 导入), only those whose _id is absent',
      seeded.map(seedStep),
    ),
    section(
      3,
      `Choose ${messageTemplates.length} message templates with these fields in this order (微信公众平台 › 订阅消息)`,
      messageTemplates.map(templateStep),
    ),
    section(4, 'Choose the values of the environment variables', environment.map(environmentStep)),
    section(
      5,
      `Upload ${functions.length} functions (云函数 › 右键 › 上传并部署：所有文件)`,
      functions.map(functionStep),
    ),
    section(6, 'Open the routes of the HTTP access service (HTTP 访问服务 › 路由)', routes.map(routeStep)),
    section(7, 'Finish', [
      'The timers (定时触发器) come with each config.json: right-click the function › 上传触发器.',
      'Check that every collection says 所有用户不可读写 before the mini-program is published.',
      `Set the rule of the storage (云存储 › 权限设置 › 自定义安全规则): ${storageRule}`,
      'With it riders put pictures of declared trips there and nothing else; they read files by addresses that functions sign.',
    ]),
    '',
  ].join('\n');
}

function section(number: number, title: string, steps: string[]): string {
  const list = steps.length === 0 ? ['nothing to do'] : steps;
  return `\n## ${number}. ${title}\n${list.map(step => `- [ ] ${step}`).join('\n')}`;
}

function collectionStep({ name, indexes }: CollectionDeclaration): string {
  // The manifest's shape admits no other rule than this one.
  const rule = '权限设置 › 自定义安全规则: {"read": false, "write": false}';
  const lines = indexes.map(index => {
    const fields = index.fields
      .map(({ field, direction }) => `${field} ${directionName(direction)}`)
      .join(', ');
    return `      索引管理 › ${index.name}${index.unique ? ' (唯一)' : ''}: ${fields}`;
  });
  return [`${name}`, `      ${rule}`, ...lines].join('\n');
}

function directionName(direction: 1 | -1 | '2dsphere'): string {
  if (direction === '2dsphere') return '地理位置';
  return direction === 1 ? '升序' : '降序';
}

function seedStep({ name, seed = [] }: CollectionDeclaration): string {
  return [`${name}, ${seed.length} documents`, ...seed.map(one => `      ${JSON.stringify(one)}`)].join('\n');
}

/** A token of pushes is at most 32 and their key exactly 43 letters and digits. */
const secretCommands = {
  hex32: 'openssl rand -hex 32',
  letters32: 'openssl rand -hex 16',
  letters43: 'openssl rand -hex 22 | cut -c 1-43',
} as const;

function templateStep({ title, fields, page, trigger, environment }: MessageTemplate): string {
  const columns = fields.map(({ name, label }) => `${label} ({{${name}.DATA}})`).join(', ');
  return [
    title,
    `      ${columns}`,
    `      opens ${page}; ${trigger}`,
    `      its id is ${environment}`,
  ].join('\n');
}

function environmentStep(variable: Manifest['environment'][number]): string {
  if ('template' in variable) {
    return `${variable.name}: the id that WeChat gave to the message template in step 3, or none while it has given none`;
  }
  return 'generate' in variable
    ? `${variable.name}: make a secret of your own once (${secretCommands[variable.generate]}) and keep it where only you can read it`
    : `${variable.name}: ${variable.value === '' ? '(empty)' : variable.value} unless you want another`;
}

function functionStep({
  name,
  timeoutSeconds,
  memoryMegabytes,
  environment,
  timer,
  openapi,
}: FunctionDeclaration): string {
  return [
    name,
    `      函数配置 › 超时时间 ${timeoutSeconds} 秒, 内存 ${memoryMegabytes} MB, 运行环境 Nodejs20.19`,
    `      环境变量: ${environment.join(', ') || 'none'}`,
    ...(timer ? [`      定时触发器 ${timer.name}: ${timer.cron} (in config.json)`] : []),
    ...(openapi ? [`      云调用权限: ${openapi.join(', ')} (in config.json)`] : []),
  ].join('\n');
}

function routeStep({ name, http }: FunctionDeclaration): string {
  return `${http?.path ?? ''} → 云函数 ${name}, 身份认证关闭 (the function checks the sender's signature itself)`;
}
