import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { addDays, dayOf } from '../beijing-time';
import { MONTH_DAYS } from '../city/build-city';
import { DemoFile } from '../folder/demo-file';
import { startOver } from '../folder/start-over';

/**
 * The demo's file of a data folder. A new folder gets one whose month ends with yesterday, so that no rider of the demo
 * is on the way now.
 * @throws Error when the folder holds something else than a demo
 */
export function openFolder(folder: string, options: { fresh: boolean; nowMs: number }): DemoFile {
  if (options.fresh) startOver(folder);
  if (DemoFile.exists(folder)) return DemoFile.open(folder);
  const names = existsSync(folder) ? readdirSync(folder).filter(name => name !== 'lock.db') : [];
  if (names.length > 0) {
    throw new Error(`${folder} 不是演示的数据目录；请用 --data 换一个目录，或加 --fresh 清空后重新开始`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return DemoFile.create(folder, addDays(dayOf(options.nowMs), -MONTH_DAYS));
}
