import path from 'node:path';
import type { Bench } from '../bench';
import { MAIN_PACKAGE, packageBytes } from '../pages/package-bytes';

const KILOBYTE = 1024;
/** WeChat's limit is 2 MB a package; riders on the way wait for the main one, so ours is stricter. */
const MAIN_GOAL_KILOBYTES = 800;
const SUBPACKAGE_GOAL_KILOBYTES = 2048;
const TOTAL_GOAL_KILOBYTES = 20 * 1024;

/** Source: developers.weixin.qq.com/miniprogram/dev/framework/subpackages.html */
export const packageSize: Bench = {
  name: 'package-size',
  purpose: 'size of the mini-program’s packages',
  run: async context => {
    const bytes = await packageBytes(path.join(context.root, 'miniprogram'));
    const row = (name: string, size: number, atMost: number) => ({
      name: `package-size/${name}`,
      unit: 'KB',
      value: size / KILOBYTE,
      goal: { atMost },
    });
    const packages = [...bytes].map(([name, size]) =>
      row(name, size, name === MAIN_PACKAGE ? MAIN_GOAL_KILOBYTES : SUBPACKAGE_GOAL_KILOBYTES),
    );
    const total = [...bytes.values()].reduce((sum, size) => sum + size, 0);
    return [...packages, row('total', total, TOTAL_GOAL_KILOBYTES)];
  },
};
