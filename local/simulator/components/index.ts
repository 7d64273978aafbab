import { audio } from './audio';
import type { BuiltInDefinition } from './built-in';
import { button } from './button';
import { canvas } from './canvas';
import { checkbox } from './checkbox';
import { checkboxGroup } from './checkbox-group';
import { coverImage } from './cover-image';
import { coverView } from './cover-view';
import { form } from './form';
import { hidden, hiddenStyle } from './hidden';
import { icon } from './icon';
import { image } from './image';
import { input } from './input';
import { label } from './label';
import { map } from './map';
import { matchMedia } from './match-media';
import { movableArea } from './movable-area';
import { movableView } from './movable-view';
import { navigationBar } from './navigation-bar';
import { navigator } from './navigator';
import { pageContainer } from './page-container';
import { pageMeta } from './page-meta';
import { picker } from './picker';
import { pickerView } from './picker-view';
import { pickerViewColumn } from './picker-view-column';
import { placeholders } from './placeholders';
import { progress } from './progress';
import { radio } from './radio';
import { radioGroup } from './radio-group';
import { richText } from './rich-text';
import { rootPortal } from './root-portal';
import { scrollView } from './scroll-view';
import { slider } from './slider';
import { swiper } from './swiper';
import { swiperItem } from './swiper-item';
import { switchControl } from './switch';
import { text } from './text';
import { textarea } from './textarea';
import { video } from './video';
import { view } from './view';
import { webView } from './web-view';

const all: BuiltInDefinition[] = [
  ...[view, coverView, text, richText, icon, progress, label, button, image, coverImage],
  ...[input, textarea, switchControl, checkbox, checkboxGroup, radio, radioGroup, slider, form],
  ...[picker, pickerView, pickerViewColumn, scrollView, swiper, swiperItem, movableArea, movableView],
  ...[navigator, webView, canvas, video, audio, map],
  ...[pageMeta, navigationBar, rootPortal, matchMedia, pageContainer],
  ...placeholders,
];

/** Every component that a page can use without `usingComponents`. */
export const builtIns: BuiltInDefinition[] = all.map(definition => ({
  ...definition,
  traits: [hidden, ...(definition.traits ?? [])],
  style: `${definition.style ?? ''}\n${hiddenStyle(definition.tag)}`,
}));
