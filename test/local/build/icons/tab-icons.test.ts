import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ICON_PIXELS } from '../../../../local/build/icons/draw-icon';
import { tabIcons } from '../../../../local/build/icons/tab-icons';

const miniprogram = path.join(process.cwd(), 'miniprogram');
const folder = path.join(miniprogram, 'images/tabs');

test('the pictures of the tab bar are those that the shapes draw', () => {
  const drawn = tabIcons();
  expect(readdirSync(folder).sort()).toEqual([...drawn.keys()].sort());
  for (const [name, picture] of drawn) {
    expect({ name, isEqual: picture.equals(readFileSync(path.join(folder, name))) }).toEqual({
      name,
      isEqual: true,
    });
  }
});

test('each is 81 pixels square and far below 40 KB, as WeChat asks', () => {
  for (const picture of tabIcons().values()) {
    expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([ICON_PIXELS, ICON_PIXELS]);
    expect(picture.length).toBeLessThan(40 * 1024);
  }
});

test('every picture that the themes name is there, in both themes', () => {
  const themes = JSON.parse(readFileSync(path.join(miniprogram, 'theme.json'), 'utf8'));
  const named = Object.values(themes as Record<string, Record<string, string>>).flatMap(theme =>
    Object.values(theme).filter(value => value.endsWith('.png')),
  );
  expect(named.map(name => path.basename(name)).sort()).toEqual([...tabIcons().keys()].sort());
});
