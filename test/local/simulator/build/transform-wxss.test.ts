import { transformWxss } from '../../../../local/simulator/build/style/transform-wxss';
import { styleMarks } from '../../../../local/simulator/build/style-marks';

const component = { kind: 'component', path: 'components/box/box' } as const;
const page = { kind: 'page', path: 'pages/a/a' } as const;
const app = { kind: 'app' } as const;

/** Marks as people can read them. */
function readable(css: string): string {
  return css
    .replaceAll(styleMarks.scope, '~')
    .replaceAll(styleMarks.dark, 'DARK')
    .replaceAll(styleMarks.light, 'LIGHT');
}

test.each([
  ['a class can be given a prefix', app, '.a .b{top:0}', '.~a .~b{top:0}'],
  ['a tag becomes the host in the page', app, 'view text,page{top:0}', 'wx-view wx-text,wx-page{top:0}'],
  ['classes inside :not() are found', app, '.a:not(.b)::after{top:0}', '.~a:not(.~b)::after{top:0}'],
  [':host is the host of this component', component, ':host{top:0}', '[is="components/box/box"]{top:0}'],
  ['a page’s rule stays in that page', page, '.a{top:0}', ':where([is="pages/a/a"]) .~a{top:0}'],
  ['a rule for page is about that page', page, 'page{top:0}', 'wx-page:where([is="pages/a/a"]){top:0}'],
  [
    'steps of keyframes are left alone',
    page,
    '@keyframes k{from{top:0}50%{top:1px}}',
    '@keyframes k{from{top:0}50%{top:1px}}',
  ],
  [
    'rpx follow the width',
    app,
    '.a{margin:-1.5rpx 20rpx}',
    '.~a{margin:calc(-1.5 * var(--rpx)) calc(20 * var(--rpx))}',
  ],
  ['rpx in a text are text', app, '.a{content:"2rpx"}', '.~a{content:"2rpx"}'],
  ['the theme is a mark', app, '@media (prefers-color-scheme: dark){.a{top:0}}', '@media DARK{.~a{top:0}}'],
])('%s', (_, owner, source, expected) => {
  expect(readable(transformWxss(source, owner))).toBe(expected);
});
