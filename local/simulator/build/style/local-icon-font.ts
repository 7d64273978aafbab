import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** Vant's icon font by its address on a content network, in any version. */
const remoteFont =
  /src:\s*url\(\s*["']?(?:https?:)?\/\/at\.alicdn\.com\/[^;}]*vant-icon[^;}]*|src:\s*url\(["']?(?:https?:)?\/\/at\.alicdn\.com\/t\/[^;}]*/g;

let font: string | undefined;

/** Replaces the remote icon font by the one in @vant/icons, so that icons appear without a network. */
export function localIconFont(css: string): string {
  if (!css.includes('vant-icon') || !css.includes('at.alicdn.com')) return css;
  font ??= readFont();
  return font === '' ? css : css.replace(remoteFont, `src: ${font}`);
}

function readFont(): string {
  try {
    const manifest = createRequire(path.join(process.cwd(), 'package.json')).resolve(
      '@vant/icons/package.json',
    );
    const source = readFileSync(path.join(path.dirname(manifest), 'src/encode-woff2.less'), 'utf8');
    const [, url = ''] = /(url\('data:font\/woff2[^)]*\))/.exec(source) ?? [];
    return url === '' ? '' : `${url} format("woff2")`;
  } catch {
    return '';
  }
}
