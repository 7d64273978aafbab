import { defineBuiltIn } from './built-in';
import { asLength, asText, number, text } from './property';
import { setOwnStyle } from './reflect';

const circle = '<circle cx="12" cy="12" r="11" fill="currentColor"/>';
const ring = '<circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" stroke-width="1.6"/>';
const stroke = (path: string, colour = '#fff', width = 2) =>
  `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

const exclamation = stroke('M12 6.5v7M12 17.2v.1');

/** Drawings on a grid of 24 by 24 and the colours that WeChat gives them. */
const icons: Record<string, { colour: string; drawing: string }> = {
  success: { colour: '#07c160', drawing: circle + stroke('M7 12.4l3.6 3.6L17 9') },
  success_no_circle: { colour: '#07c160', drawing: stroke('M4.5 12.6l5.2 5.2L19.5 7', 'currentColor', 2.4) },
  success_circle: {
    colour: '#07c160',
    drawing: ring + stroke('M7.5 12.4l3.2 3.2 6-6.4', 'currentColor', 1.6),
  },
  info: { colour: '#10aeff', drawing: circle + stroke('M12 6.8v.1M12 10.5v7') },
  info_circle: { colour: '#10aeff', drawing: ring + stroke('M12 7.2v.1M12 10.7v6.4', 'currentColor', 1.6) },
  warn: { colour: '#fa5151', drawing: circle + exclamation },
  waiting: { colour: '#10aeff', drawing: circle + stroke('M12 6.5V12l4 2.6') },
  waiting_circle: { colour: '#10aeff', drawing: ring + stroke('M12 6.8V12l3.6 2.4', 'currentColor', 1.6) },
  cancel: {
    colour: '#fa5151',
    drawing: ring + stroke('M8.2 8.2l7.6 7.6M15.8 8.2l-7.6 7.6', 'currentColor', 1.6),
  },
  clear: { colour: '#b2b2b2', drawing: circle + stroke('M8.2 8.2l7.6 7.6M15.8 8.2l-7.6 7.6') },
  circle: { colour: '#c9c9c9', drawing: ring },
  download: {
    colour: '#07c160',
    drawing: ring + stroke('M12 6.5v9M8.5 12.2l3.5 3.5 3.5-3.5', 'currentColor', 1.6),
  },
  search: {
    colour: '#b2b2b2',
    drawing: `<circle cx="10.5" cy="10.5" r="6.5" fill="none" stroke="currentColor" stroke-width="2"/>${stroke('M15.6 15.6l5 5', 'currentColor')}`,
  },
};

export const icon = defineBuiltIn({
  tag: 'icon',
  properties: { type: text(), size: { ...number(23), optionalTypes: [String] }, color: text() },
  template: '<h-div class="wx-icon-drawing" aria-hidden="true" />',
  style: `
    wx-icon { display: inline-block; font-size: 0; box-sizing: border-box }
    .wx-icon-drawing, .wx-icon-drawing > svg { display: block; width: 100%; height: 100% }`,
  observers: {
    'type, size, color'(type: unknown, size: unknown, colour: unknown) {
      const known = icons[asText(type)];
      const drawn = this.find('.wx-icon-drawing');
      if (drawn === null) return;
      drawn.innerHTML = known === undefined ? '' : `<svg viewBox="0 0 24 24">${known.drawing}</svg>`;
      drawn.style.color = asText(colour) || (known?.colour ?? '');
      setOwnStyle(this, `width: ${asLength(size)}; height: ${asLength(size)}`);
    },
  },
});
