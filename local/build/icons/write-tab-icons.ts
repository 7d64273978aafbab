import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tabIcons } from './tab-icons';

/**
 * Draws the tab bar's pictures anew after a change of `tab-icons.ts`, which a test compares with them; run it from the
 * project's folder: `npx esbuild local/build/icons/write-tab-icons.ts --bundle --platform=node | node`
 */
const folder = path.join(process.cwd(), 'miniprogram/images/tabs');
mkdirSync(folder, { recursive: true });
for (const [name, picture] of tabIcons()) writeFileSync(path.join(folder, name), picture);
