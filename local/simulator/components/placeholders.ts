import { type BuiltInDefinition, defineBuiltIn } from './built-in';
import { dark } from './dark';
import { anything } from './property';

/** Components that show what only a phone, a device or WeChat's own services have: here a box that says so. */
const named: Record<string, string> = {
  ad: '广告',
  'ad-custom': '广告',
  'official-account': '公众号关注',
  'official-account-publish': '公众号文章',
  camera: '相机',
  'live-player': '直播播放',
  'live-pusher': '直播推流',
  'voip-room': '多人通话',
  'channel-live': '视频号直播',
  'channel-video': '视频号视频',
  'store-home': '微信小店',
  'store-product': '微信小店商品',
  editor: '富文本编辑',
  'open-data': '开放数据',
  'functional-page-navigator': '功能页',
};

/** Layout components whose effects are left out; their content stands where it would stand. */
const passing = [
  'share-element',
  'keyboard-accessory',
  'snapshot',
  'span',
  'sticky-header',
  'sticky-section',
  'list-view',
  'grid-view',
  'draggable-sheet',
  'nested-scroll-body',
  'nested-scroll-header',
  'open-container',
];

/** What pages write on these most; anything else is named in the console. */
const properties = Object.fromEntries(
  [
    'unitId',
    'adIntervals',
    'adType',
    'adTheme',
    'key',
    'duration',
    'easingFunction',
    'src',
    'mode',
    'name',
    'type',
  ].map(name => [name, anything()]),
);

const placeholderStyle = `
  .wx-placeholder {
    display: flex; align-items: center; justify-content: center; box-sizing: border-box; width: 100%; height: 100%;
    min-height: 44px; padding: 8px; border: 1px dashed #b2b2b2; color: #767676; font-size: 12px; text-align: center;
  }
  ${dark('.wx-placeholder { color: #a0a0a0 }')}`;

function placeholder(tag: string, label: string): BuiltInDefinition {
  return defineBuiltIn({
    tag,
    properties,
    template: `<h-div class="wx-placeholder">${label}（${tag}）：模拟器里没有</h-div><slot />`,
    style: `wx-${tag} { display: block } ${placeholderStyle}`,
  });
}

function passThrough(tag: string): BuiltInDefinition {
  return defineBuiltIn({
    tag,
    properties,
    style: `wx-${tag} { display: ${tag === 'span' ? 'inline' : 'block'} }`,
  });
}

export const placeholders: BuiltInDefinition[] = [
  ...Object.entries(named).map(([tag, label]) => placeholder(tag, label)),
  ...passing.map(passThrough),
];
