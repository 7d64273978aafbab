import type { RoomName } from './rooms';

/** What files of one room may import from another. */
export interface AllowedImport {
  room: RoomName;
  /** Only `import type`. */
  typesOnly?: true;
  /** Only these files of that room's part, e.g. its public face. */
  files?: RegExp;
}

export interface RoomRule {
  /** Whether parts of the room (domains, deploy units) may import each other, and through which file. */
  otherParts: 'none' | RegExp;
  imports: AllowedImport[];
  /** npm packages. */
  packages: RegExp | null;
  /** Whether Node's own modules may be imported. */
  node: boolean;
}

const publicFace = /\/index\.ts$/;
/** The interfaces, and what is pure: rules and declarations take these without the rest, and few functions need files. */
const platformFace =
  /^cloudfunctions\/platform\/(?:index|deployment|beijing-time|csv|one-time-code|pictures)\.ts$/;
const everything = /./;
const nothingOfTheSdk = /^(?!wx-server-sdk$)/;

/** Who may import whom: the section of that name in the architecture. A room may always import itself. */
export const roomRules: Record<RoomName, RoomRule> = {
  pages: {
    otherParts: 'none',
    imports: [
      { room: 'components' },
      { room: 'services' },
      { room: 'views' },
      { room: 'proof' },
      { room: 'words' },
    ],
    packages: /^(?:@vant\/weapp|dayjs)(?:\/|$)/,
    node: false,
  },
  components: {
    otherParts: 'none',
    imports: [{ room: 'views' }, { room: 'proof' }, { room: 'words' }],
    packages: /^(?:@vant\/weapp|dayjs)(?:\/|$)/,
    node: false,
  },
  services: {
    otherParts: 'none',
    imports: [{ room: 'contract', typesOnly: true }, { room: 'proof' }],
    packages: null,
    node: false,
  },
  views: {
    otherParts: 'none',
    imports: [
      { room: 'contract', typesOnly: true },
      { room: 'services', typesOnly: true },
      { room: 'proof' },
      { room: 'words' },
    ],
    packages: /^dayjs(?:\/|$)/,
    node: false,
  },
  proof: { otherParts: 'none', imports: [], packages: null, node: false },
  words: { otherParts: 'none', imports: [], packages: null, node: false },
  contract: { otherParts: 'none', imports: [], packages: /^zod$/, node: false },
  domain: {
    otherParts: publicFace,
    imports: [
      { room: 'contract' },
      { room: 'proof' },
      { room: 'words' },
      { room: 'platform', files: platformFace },
    ],
    packages: null,
    node: false,
  },
  platform: {
    otherParts: 'none',
    imports: [{ room: 'contract' }, { room: 'proof' }],
    packages: everything,
    node: true,
  },
  functions: {
    otherParts: 'none',
    imports: [{ room: 'contract' }, { room: 'platform' }, { room: 'domain', files: publicFace }],
    packages: /^zod$/,
    node: true,
  },
  local: { otherParts: 'none', imports: [{ room: 'proof' }], packages: nothingOfTheSdk, node: true },
  typings: { otherParts: 'none', imports: [], packages: everything, node: true },
  test: {
    otherParts: 'none',
    imports: [
      { room: 'pages' },
      { room: 'components' },
      { room: 'services' },
      { room: 'views' },
      { room: 'proof' },
      { room: 'words' },
      { room: 'contract' },
      { room: 'domain' },
      { room: 'platform' },
      { room: 'functions' },
      { room: 'local' },
    ],
    packages: everything,
    node: true,
  },
};

/** The ledger stands below every other domain. */
export const domainsWithoutOthers: ReadonlySet<string> = new Set(['ledger']);
