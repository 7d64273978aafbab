import type { Database } from './database';
import type { Files } from './files';
import type { Messages } from './messages';
import type { OpenedData } from './open-data';
import type { PictureChecks } from './picture-checks';

/** What a use case needs of the world around it; `functions/` make it once for a process and hand it on. */
export interface Platform {
  database: Database;
  files: Files;
  pictureChecks: PictureChecks;
  messages: Messages;
  /** Milliseconds since 1970, by the server. */
  nowMs(): number;
  /** 26 characters, 128 random bits. */
  randomId(): string;
  /** Characters that a person can read and type without mistakes. */
  randomReadableCode(length: number): string;
  /** Hex HMAC-SHA256 under the environment's key; `purpose` keeps digests of different things apart. */
  keyedDigest(purpose: string, value: string): string;
  /** What WeChat itself says of a cloudID of the person who calls; throws when WeChat is out of reach. */
  openData(cloudId: string): Promise<OpenedData>;
  /** A variable of the environment; throws when the deployment has not set it. */
  variable(name: string): string;
  log(event: string, fields: Record<string, unknown>): void;
}
