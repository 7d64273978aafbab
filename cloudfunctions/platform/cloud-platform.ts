import cloud from 'wx-server-sdk';
import { cloudFiles } from './cloud-files';
import { cloudMessages } from './cloud-messages';
import { cloudPictureChecks } from './cloud-picture-checks';
import { cloudDatabase } from './database/cloud-database';
import { randomId, randomReadableCode } from './ids';
import { logEvent } from './log';
import { openData } from './open-data';
import type { Platform } from './platform';
import { environmentVariable, keyedDigest } from './secrets';

let platform: Platform | null = null;

/** The platform of this process, on WeChat's SDK. The first call initialises the SDK for the environment it runs in. */
export function cloudPlatform(): Platform {
  if (!platform) {
    cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV } as never);
    platform = {
      database: cloudDatabase(),
      files: cloudFiles(),
      pictureChecks: cloudPictureChecks(),
      messages: cloudMessages(),
      nowMs: () => Date.now(),
      randomId,
      randomReadableCode,
      keyedDigest,
      openData,
      variable: environmentVariable,
      log: logEvent,
    };
  }
  return platform;
}
