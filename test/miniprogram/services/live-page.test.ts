import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type FakeWx, installFakeWx } from './fake-wx';

const root = path.resolve(__dirname, '../../../miniprogram');

interface RegisteredPage {
  data: { theme: { className: string; style: string; isElder: boolean } };
  setData(change: object): void;
  onShow(): void;
  onHide(): void;
  onUnload(): void;
}

let phone: FakeWx;
let registered: RegisteredPage;
let changes: object[];

beforeEach(() => {
  jest.resetModules();
  phone = installFakeWx();
  changes = [];
  const setData = (change: object) => {
    changes.push(change);
    Object.assign(registered.data, change);
  };
  Object.assign(globalThis, {
    Page: (options: RegisteredPage) => {
      registered = { ...options, setData };
    },
  });
});

const services = async () => ({
  ...(await import('../../../miniprogram/services/live-page')),
  ...(await import('../../../miniprogram/services/settings')),
});

test('a page takes on the size that was chosen after it was made, and says nothing when none was', async () => {
  const { livePage, currentTheme, setElderMode } = await services();
  const shows: string[] = [];
  livePage({ data: { theme: currentTheme() }, onShow: () => void shows.push('own') });
  registered.onShow();
  expect(changes).toEqual([]);

  registered.onHide();
  setElderMode(true);
  phone.fontSizeSetting = 30;
  registered.onShow();
  expect(changes).toEqual([{ theme: currentTheme() }]);
  expect(registered.data.theme).toMatchObject({ className: 'elder', style: '--scale: 1.6' });
  expect(shows).toEqual(['own', 'own']);
});

test.each(['onHide', 'onUnload'] as const)(
  'the page that is shown reads again on reconnect, until %s',
  async end => {
    const { livePage, currentTheme } = await services();
    let reads = 0;
    const onReconnect = () => {
      reads += 1;
    };
    livePage({ data: { theme: currentTheme() }, onReconnect });
    phone.changeNetwork(true);
    expect(reads).toBe(0);
    registered.onShow();
    phone.changeNetwork(false);
    expect(reads).toBe(0);
    phone.changeNetwork(true);
    expect(reads).toBe(1);
    registered[end]();
    phone.changeNetwork(true);
    expect(reads).toBe(1);
  },
);

test('leaving a page that another one has covered keeps the one on top', async () => {
  const { livePage, currentTheme } = await services();
  const read: string[] = [];
  const made = ['below', 'top'].map(name => {
    livePage({ data: { theme: currentTheme() }, onReconnect: () => void read.push(name) });
    return registered;
  });
  made[0]?.onShow();
  made[1]?.onShow();
  made[0]?.onHide();
  phone.changeNetwork(true);
  expect(read).toEqual(['top']);
});

/** Every page of riders, from app.json. The console has its own ways. */
const pages = (): string[] => {
  const { pages: main, subPackages } = JSON.parse(readFileSync(path.join(root, 'app.json'), 'utf8'));
  const others = subPackages.filter((one: { root: string }) => one.root !== 'packages/staff');
  return [
    ...main,
    ...others.flatMap((one: { root: string; pages: string[] }) =>
      one.pages.map(page => `${one.root}/${page}`),
    ),
  ];
};

test.each(pages())('%s is such a page', page =>
  expect(readFileSync(path.join(root, `${page}.ts`), 'utf8')).toMatch(/^livePage\(/m),
);
