import { defineBuiltIn } from './built-in';
import { privateState } from './private-state';
import { asNumber, asText, number, text } from './property';

const watching = privateState(() => ({ stop: () => {} }));

/** Its content shows while the window is as wide, high and turned as asked for; -1 asks for nothing. */
export const matchMedia = defineBuiltIn({
  tag: 'match-media',
  properties: {
    minWidth: number(-1),
    maxWidth: number(-1),
    width: number(-1),
    minHeight: number(-1),
    maxHeight: number(-1),
    height: number(-1),
    orientation: text(),
  },
  data: { matches: false },
  template: '<block wx:if="{{matches}}"><slot /></block>',
  style: 'wx-match-media { display: block }',
  observers: {
    'minWidth, maxWidth, width, minHeight, maxHeight, height, orientation'() {
      this.watch();
    },
  },
  methods: {
    watch(): void {
      watching(this).stop();
      const query = window.matchMedia(mediaQuery(this.data));
      const show = (): void => this.setData({ matches: query.matches });
      query.addEventListener('change', show);
      watching(this).stop = () => query.removeEventListener('change', show);
      show();
    },
  },
  attached() {
    this.watch();
  },
  detached() {
    watching(this).stop();
  },
});

function mediaQuery(data: Record<string, unknown>): string {
  const features = ['minWidth', 'maxWidth', 'width', 'minHeight', 'maxHeight', 'height']
    .filter(name => asNumber(data[name], -1) >= 0)
    .map(
      name => `(${name.replace(/[A-Z]/, letter => `-${letter.toLowerCase()}`)}: ${asNumber(data[name])}px)`,
    );
  const orientation = asText(data.orientation);
  if (orientation !== '') features.push(`(orientation: ${orientation})`);
  return features.length === 0 ? 'all' : features.join(' and ');
}
