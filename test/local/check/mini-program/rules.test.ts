import { miniProgramProblems } from '../../../../local/check/mini-program/mini-program-problems';

const problemsOf = (files: Record<string, string>): string[] =>
  miniProgramProblems(new Map(Object.entries(files).map(([file, text]) => [`miniprogram/${file}`, text])));

const page = 'pages/a/a';
const tap = 'hover-class="none" bindtap="onTap"';

describe('a bad example of each rule is found', () => {
  test.each([
    ['a nameless thing to tap', 'wxml', `<view ${tap} aria-role="button" />`, /neither aria-label nor text/],
    ['a nameless link', 'wxml', '<navigator url="/a"><view /></navigator>', /neither aria-label nor text/],
    ['something to tap without a role', 'wxml', `<view ${tap}>去</view>`, /no aria-role/],
    [
      'a catch: binding',
      'wxml',
      '<text catch:tap="go" aria-role="link"></text>',
      /neither aria-label nor text/,
    ],
    ['a captured tap', 'wxml', '<text capture-bind:tap="go">去</text>', /no aria-role/],
    ['a long press', 'wxml', '<text mut-bind:longpress="go">去</text>', /no aria-role/],
    ['a tap that shows nothing', 'wxml', '<view bindtap="go" aria-role="button">去</view>', /no hover-class/],
    ['a name in a comment only', 'wxml', `<view ${tap} aria-role="button"><!-- 去 --></view>`, /neither/],
    ['a remote picture', 'wxml', '<image src="https://example.com/a.png" />', /another server/],
    ['a picture of any protocol', 'wxml', "<image src='//example.com/a.png' />", /another server/],
    ['rpx in a template', 'wxml', '<view style="width: 20rpx" />', /in rpx/],
    ['fixed text in a template', 'wxml', '<view style="font-size: 12px" />', /elder mode/],
    ['a remote background', 'wxss', 'view { background: url(https://example.com/a.png); }', /another server/],
    ['a remote sheet', 'wxss', '@import "//example.com/a.wxss";', /another server/],
    ['rpx', 'wxss', 'view { margin: 0 32rpx; }', /in rpx/],
    ['text that does not grow', 'wxss', 'view { font-size: 15px; }', /elder mode/],
    ['lines that do not grow', 'wxss', 'view { line-height: 20px; }', /elder mode/],
    ['something wider than a phone', 'wxss', 'view { width: 343px; }', /smallest phone/],
    ['a pressed style that sticks', 'wxss', 'view:active { opacity: 0.5; }', /hover-class instead/],
    ['a class that nobody has', 'wxss', 'view .gone { opacity: 0.5; }', /\.gone, which no template uses/],
    [
      'a remote component',
      'json',
      '{ "usingComponents": { "a": "https://example.com/a" } }',
      /another server/,
    ],
    [
      'a remote picture in code',
      'ts',
      "export const picture = { src: 'https://example.com/a.png' };",
      /another server/,
    ],
    ['a remote module', 'ts', "import a from 'https://example.com/a';", /another server/],
    ['the cloud in a page', 'ts', 'wx.cloud.init();', /uses wx.cloud: only services do/],
    ['storage in a page', 'ts', "wx.setStorageSync('a', 1);", /only services do/],
  ])('%s', (_what, kind, text, problem) => {
    expect(problemsOf({ [`${page}.${kind}`]: text })).toEqual([expect.stringMatching(problem)]);
  });

  test.each(['components/a/a.ts', 'views/a.ts'])('%s may not call wx at all', file => {
    expect(problemsOf({ [file]: 'wx.navigateBack();' })).toEqual([expect.stringMatching(/uses wx/)]);
  });

  test('the place is named', () => {
    expect(problemsOf({ 'pages/a/a.wxml': `<view>\n  <view ${tap} aria-role="button" />\n</view>` })).toEqual(
      ['miniprogram/pages/a/a.wxml:2 <view> can be tapped but has neither aria-label nor text'],
    );
    expect(problemsOf({ 'pages/a/a.wxss': 'view {\n  width: 2rpx;\n}' })[0]).toMatch(
      /^miniprogram\/pages\/a\/a\.wxss:2 /,
    );
  });
});

describe('what is right is left alone', () => {
  test.each([
    ['text inside as a name', 'wxml', `<view ${tap} aria-role="button"><text>{{word}}</text></view>`],
    ['a label as a name', 'wxml', `<view ${tap} aria-role="button" aria-label="{{a > b ? '去' : '来'}}" />`],
    ['a link with text', 'wxml', '<navigator url="/a">去</navigator>'],
    ['an event of a component', 'wxml', '<big-button bind:press="go" />'],
    ['a comparison in a binding', 'wxml', '<view wx:if="{{a<b}}">{{a <b}}</view>'],
    ['a bound style', 'wxml', '<view style="width: {{share}}%; {{rest}}" />'],
    ['a hairline', 'wxss', 'view { border-top: 1px solid; width: 56px; }'],
    ['a length that gives way', 'wxss', 'view { max-width: 343px; width: 100%; }'],
    ['scaled text', 'wxss', 'view { font-size: calc(34px * var(--scale, 1)); line-height: 1.5; }'],
    ['a token', 'wxss', 'view { font-size: var(--text-body); }'],
    ['the base size', 'wxss', 'page { font-size: 15px; }'],
    ['steps of an animation', 'wxss', '@keyframes a { 50.5% { opacity: 0; } }'],
    ['a cited source', 'ts', "export const source = 'IPCC, https://www.ipcc.ch/report/ar6/wg3/';"],
    ['moving on', 'ts', "wx.navigateTo({ url: '/pages/b/b' });"],
  ])('%s', (_what, kind, text) => {
    expect(problemsOf({ [`${page}.${kind}`]: text })).toEqual([]);
  });

  test('services reach the cloud and the storage', () => {
    expect(problemsOf({ 'services/a.ts': "wx.cloud.init(); wx.setStorageSync('a', 1);" })).toEqual([]);
  });
});

describe('classes count as used', () => {
  const sheet = { [`${page}.wxss`]: '.row { opacity: 0; }' };
  test.each([
    ['by name', { [`${page}.wxml`]: '<view class="line row" />' }],
    ['when pressed', { [`${page}.wxml`]: '<view hover-class="row" />' }],
    ['in a binding', { [`${page}.wxml`]: `<view class="{{a ? 'row' : ''}}" />` }],
    ['with a bound part', { [`${page}.wxml`]: '<view class="r{{a}}" />' }],
    [
      'from data',
      { [`${page}.wxml`]: '<view class="{{kind}}" />', 'views/a.ts': "export const kind = 'row';" },
    ],
    [
      'by what imports the sheet',
      { 'pages/b/b.wxss': '@import "../a/a.wxss";', 'pages/b/b.wxml': '<view class="row" />' },
    ],
  ])('%s', (_how, files) => {
    expect(problemsOf({ ...sheet, ...files })).toEqual([]);
  });

  test('but not by a page of another sheet, nor by data that never says so', () => {
    const others = {
      'pages/b/b.wxml': '<view class="row" />',
      [`${page}.wxml`]: '<view class="{{kind}}" />',
    };
    expect(problemsOf({ ...sheet, ...others })).toHaveLength(1);
  });

  test('app.wxss is for every page', () => {
    expect(
      problemsOf({ 'app.wxss': '.page { opacity: 0; }', [`${page}.wxml`]: '<view class="page" />' }),
    ).toEqual([]);
  });
});
