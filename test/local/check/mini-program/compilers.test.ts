import { buildProblems } from '../../../../local/check/mini-program/build-problems';
import { officialCompilerProblems } from '../../../../local/check/mini-program/official-compilers';
import { onePage, removeFolders } from '../../simulator/temporary-app';

afterAll(removeFolders);

describe('the official compilers', () => {
  const compile = (name: string, text: string) => officialCompilerProblems(onePage({ [name]: text }), [name]);

  test.each([
    ['an element that is not closed', 'b.wxml', '<view><text>一</view>', /^wcc: .*b\.wxml/s],
    ['a binding that is no expression', 'b.wxml', '<view>{{a b}}</view>', /^wcc: .*b\.wxml/s],
    ['a script with a mistake', 'b.wxs', 'var a = ;', /^wcc: .*b\.wxs/s],
    ['a sheet with a stray brace', 'b.wxss', '.a { color: red; } }', /^wcsc: .*b\.wxss/s],
  ])('refuse %s', (_what, name, text, problem) => {
    expect(compile(name, text)).toEqual([expect.stringMatching(problem)]);
  });

  test('have nothing against what is right', () => {
    const files = { 'b.wxml': '<view>{{a}}</view>', 'b.wxss': '.a { color: red; }', 'b.wxs': 'var a = 1;' };
    expect(officialCompilerProblems(onePage(files), Object.keys(files))).toEqual([]);
  });
});

describe('warnings of the kernel’s compiler and of the build', () => {
  test.each([
    ['a duplicate attribute', '<view id="a" id="b" />'],
    ['an odd prefix', '<view bund:tap="a" />'],
  ])('%s is a problem in ours', async (_what, template) => {
    expect(await buildProblems(onePage({ 'pages/a/a.wxml': template }))).toEqual([
      expect.stringMatching(/^miniprogram\/pages\/a\/a\.wxml: /),
    ]);
  });

  test('so is a component that does not exist', async () => {
    const folder = onePage({
      'pages/a/a.json': '{ "usingComponents": { "gone": "/components/gone/gone" } }',
    });
    expect(await buildProblems(folder)).not.toEqual([]);
  });

  test('a good page has none', async () => {
    expect(await buildProblems(onePage({}))).toEqual([]);
  });
});
