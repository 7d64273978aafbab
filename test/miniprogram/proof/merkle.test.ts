import { createHash } from 'node:crypto';
import { EMPTY_ROOT, inclusionPath, isIncluded, leafHash, treeRoot } from '../../../miniprogram/proof';
import * as fc from '../../support/fast-check';

const native = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
/** The leaves of the reference tests of Certificate Transparency, and the root after each. */
const leaves = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leafHashes = leaves.map(hex => leafHash(Buffer.from(hex, 'hex').toString('latin1')));
const numbered = (size: number) => Array.from({ length: size }, (_, index) => leafHash(`leaf ${index}`));

test('the empty tree has the root of RFC 6962', () => {
  expect(treeRoot([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  expect(EMPTY_ROOT).toBe(treeRoot([]));
});

test.each(roots.map((root, index) => ({ size: index + 1, root })))(
  'the first $size leaves of the reference tests have their root',
  ({ size, root }) => {
    expect(treeRoot(leafHashes.slice(0, size))).toBe(root);
    expect(treeRoot(leafHashes.slice(0, size), native)).toBe(root);
  },
);

test('a leaf is a text in UTF-8', () => {
  const marked = Buffer.concat([Buffer.from([0]), Buffer.from('碳点点')]);
  expect(leafHash('碳点点')).toBe(createHash('sha256').update(marked).digest('hex'));
  expect(leafHash('碳点点', native)).toBe(leafHash('碳点点'));
});

test('every leaf of trees of many sizes is proved by its path, and at no other place', () => {
  for (const size of [1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 13, 16, 17, 33]) {
    const hashes = numbered(size);
    const root = treeRoot(hashes, native);
    for (let index = 0; index < size; index += 1) {
      const claim = {
        leafHash: hashes[index]!,
        index,
        size,
        path: inclusionPath(hashes, index, native),
        root,
      };
      expect(isIncluded(claim, native)).toBe(true);
      if (size === 1) continue;
      expect(isIncluded({ ...claim, index: (index + 1) % size }, native)).toBe(false);
    }
  }
});

test('a claim that differs in anything proves nothing', () => {
  const hashes = numbered(11);
  const root = treeRoot(hashes);
  fc.assert(
    fc.property(
      fc.nat(10),
      fc.nat(10),
      fc.constantFrom('leaf', 'path', 'short', 'long', 'root'),
      (index, other, change) => {
        const path = inclusionPath(hashes, index);
        const claim = { leafHash: hashes[index]!, index, size: 11, path, root };
        const foreign = leafHash(`foreign ${other}`);
        const changed = {
          leaf: { ...claim, leafHash: foreign },
          path: { ...claim, path: path.with(other % path.length, foreign) },
          short: { ...claim, path: path.slice(0, -1) },
          long: { ...claim, path: [...path, foreign] },
          root: { ...claim, root: foreign },
        }[change];
        expect(isIncluded(claim)).toBe(true);
        expect(isIncluded(changed)).toBe(false);
      },
    ),
  );
});

test.each([
  ['a negative index', { index: -1 }],
  ['an index past the end', { index: 4 }],
  ['half an index', { index: 0.5 }],
  ['no path', { path: null as unknown as string[] }],
  ['a path of something else', { path: ['x'] }],
  ['capitals', { root: 'A'.repeat(64) }],
])('%s proves nothing and does not throw', (_, wrong) => {
  const hashes = numbered(4);
  const claim = {
    leafHash: hashes[0]!,
    index: 0,
    size: 4,
    path: inclusionPath(hashes, 0),
    root: treeRoot(hashes),
  };
  expect(isIncluded({ ...claim, ...wrong })).toBe(false);
});

test('the roots of equal parts have the root of all leaves', () => {
  for (const size of [8, 9, 15, 16, 17, 31, 33, 40]) {
    const hashes = numbered(size);
    const parts = Array.from({ length: Math.ceil(size / 8) }, (_, part) =>
      treeRoot(hashes.slice(8 * part, 8 * part + 8)),
    );
    expect(treeRoot(parts)).toBe(treeRoot(hashes));
    const last = size - 1;
    const path = [
      ...inclusionPath(hashes.slice(8 * (parts.length - 1)), last % 8),
      ...inclusionPath(parts, parts.length - 1),
    ];
    expect(path).toEqual(inclusionPath(hashes, last));
  }
});

test('a path to a leaf that is not there is refused', () => {
  expect(() => inclusionPath(numbered(3), 3)).toThrow(RangeError);
  expect(() => inclusionPath([], 0)).toThrow(RangeError);
});
