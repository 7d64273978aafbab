import * as z from 'zod';

/** CloudBase's limits (https://docs.cloudbase.net/cloud-function/limits and /database/limits), checked while building. */
const longestTimeoutSeconds = 60;
const mostIndexes = 20;

const name = z.string().regex(/^[A-Za-z][A-Za-z0-9_-]{0,59}$/, 'a name of letters, digits, - and _');
const environmentName = z.string().regex(/^[A-Z][A-Z0-9_]*$/, 'upper case letters, digits and _');
const sevenFields = z
  .string()
  .refine(cron => cron.trim().split(/\s+/).length === 7, 'a cron of seven fields');

const field = z.strictObject({
  field: z.string().min(1),
  direction: z.union([z.literal(1), z.literal(-1), z.literal('2dsphere')]),
});

const index = z.strictObject({ name, unique: z.boolean(), fields: z.array(field).min(1).max(31) });

/** Shape of `unit` in cloudfunctions/functions/<name>/unit.ts; FunctionUnit says what the fields mean. */
export const functionShape = z.strictObject({
  name,
  timeoutSeconds: z.int().min(1).max(longestTimeoutSeconds),
  memoryMegabytes: z.union([128, 256, 512, 1024, 2048].map(size => z.literal(size))),
  environment: z.array(environmentName),
  http: z.strictObject({ path: z.string().regex(/^(\/[A-Za-z0-9_-]+)+$/) }).optional(),
  timer: z.strictObject({ name, cron: sevenFields }).optional(),
  openapi: z.array(z.string().regex(/^[a-z]\w*(\.\w+)+$/i)).optional(),
});

/** Shape of one element of `collections` in cloudfunctions/domain/<name>/collections.ts. */
export const collectionShape = z.strictObject({
  name,
  rule: z.strictObject({ read: z.literal(false), write: z.literal(false) }),
  indexes: z.array(index).max(mostIndexes),
  seed: z.array(z.looseObject({ _id: z.string().min(1) })).optional(),
});

/** Shape of one element of `environment` in cloudfunctions/platform/environment.ts. */
export const environmentShape = z.union([
  z.strictObject({ name: environmentName, generate: z.enum(['hex32', 'letters32', 'letters43']) }),
  z.strictObject({ name: environmentName, template: z.string().min(1) }),
  z.strictObject({ name: environmentName, value: z.string() }),
]);

/** WeChat's types of a template's fields, with a number behind them. */
const fieldName = z
  .string()
  .regex(
    /^(?:thing|number|letter|symbol|character_string|time|date|amount|phone_number|car_number|name|phrase)\d+$/,
    'a type of WeChat with a number, such as thing1',
  );

/** Shape of one element of `messageTemplates` in cloudfunctions/domain/<name>/message-templates.ts. */
export const messageTemplateShape = z.strictObject({
  key: z.string().min(1),
  title: z.string().min(1),
  environment: environmentName,
  page: z.string().regex(/^[^/]/, 'a page without a slash before it'),
  trigger: z.string().min(1),
  // WeChat lets a template have two to five fields.
  fields: z
    .array(z.strictObject({ name: fieldName, label: z.string().min(1) }))
    .min(2)
    .max(5),
});

/** Shape of dist/cloudfunctions/manifest.json. */
export const manifestShape = z.strictObject({
  manifestVersion: z.literal(1),
  environment: z.array(environmentShape),
  functions: z.array(functionShape),
  collections: z.array(collectionShape).max(100),
  messageTemplates: z.array(messageTemplateShape).optional(),
});

export type FunctionDeclaration = z.infer<typeof functionShape>;
export type CollectionDeclaration = z.infer<typeof collectionShape>;
export type MessageTemplate = z.infer<typeof messageTemplateShape>;
export type Manifest = z.infer<typeof manifestShape>;
