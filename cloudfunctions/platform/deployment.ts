/**
 * What has to exist at CloudBase before the product can run. These are pure declarations: the build reads them without the
 * SDK, checks them and writes dist/cloudfunctions/manifest.json; the local endpoint and the printed console steps follow it.
 */

/** One cloud function; every folder cloudfunctions/functions/<name>/ has a unit.ts that exports `unit`. */
export interface FunctionUnit {
  /** Name of the function and of its folder. */
  name: string;
  /** 1 to 60, the longest that the console allows. */
  timeoutSeconds: number;
  memoryMegabytes: 128 | 256 | 512 | 1024 | 2048;
  /** Names of the environment variables it reads; each is declared in environment.ts. */
  environment: string[];
  /** Route of the HTTP access service, matched as a prefix: `/partner` serves `/partner/v1/rides`. */
  http?: { path: string };
  /** CloudBase allows one timer a function. The cron has seven fields: second minute hour day month weekday year. */
  timer?: { name: string; cron: string };
  /** WeChat open APIs that the function calls through the cloud, e.g. `security.msgSecCheck`. */
  openapi?: string[];
}

export interface IndexField {
  field: string;
  /** 1 ascending, -1 descending, `2dsphere` for places. */
  direction: 1 | -1 | '2dsphere';
}

export interface CollectionIndex {
  name: string;
  unique: boolean;
  fields: IndexField[];
}

/** One collection; every folder cloudfunctions/domain/<name>/ with data of its own has a collections.ts that exports `collections`. */
export interface CollectionDeclaration {
  name: string;
  /** Clients have no access at all: only functions, which are above these rules, touch the database. */
  rule: { read: false; write: false };
  indexes: CollectionIndex[];
  /** Documents that are inserted where their `_id` is absent, never changed afterwards. */
  seed?: { _id: string; [field: string]: unknown }[];
}

/** The rule of every collection. */
export const functionsOnly = { read: false, write: false } as const;

const indexOf = (unique: boolean, fields: readonly string[]): CollectionIndex => ({
  name: fields.map(field => field.replace(/^-?_?/, '')).join('_'),
  unique,
  fields: fields.map(field => ({
    field: field.replace(/^-/, ''),
    direction: field.startsWith('-') ? -1 : 1,
  })),
});

/** An index over these fields in their order, from large to small where a minus stands before one; named by them. */
export const indexOn = (...fields: string[]): CollectionIndex => indexOf(false, fields);

/** The same, where no two documents may have the same values. */
export const uniqueOn = (...fields: string[]): CollectionIndex => indexOf(true, fields);

/**
 * One template of subscribe messages. WeChat gives its id when somebody has chosen it in the public platform's console, with
 * these fields; every domain that sends messages has a message-templates.ts that exports `messageTemplates`.
 */
export interface MessageTemplateDeclaration {
  key: string;
  /** As people see it in WeChat's window and above the message. */
  title: string;
  /** The environment variable with its id. */
  environment: string;
  /** Page that a tap on the message opens, without a slash before it. */
  page: string;
  /** What sends it. */
  trigger: string;
  /** `name` is WeChat's type with a number behind it, such as `thing1`. */
  fields: { name: string; label: string }[];
}

/**
 * One environment variable. `generate` is a secret that is made once for an installation: `hex32` of 32 random bytes as
 * hex, `letters32` and `letters43` of so many random letters and digits, as WeChat wants the token and the key of pushes;
 * `template` is the id of the message template of that key, or `none` while WeChat has given none; `value` is the text it
 * has until somebody changes it.
 */
export type EnvironmentDeclaration =
  | { name: string; generate: 'hex32' | 'letters32' | 'letters43' }
  | { name: string; template: string }
  | { name: string; value: string };
