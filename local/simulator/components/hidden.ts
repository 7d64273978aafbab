import { defineTrait } from './built-in';
import { flag } from './property';

/** `hidden` is the only property that every component has. */
export const hidden = defineTrait({
  properties: { hidden: flag() },
  observers: {
    hidden(isHidden: boolean) {
      this.host.toggleAttribute('hidden', isHidden);
    },
  },
});

/** It outweighs the classes of a page, `display: flex` for one, as on a phone. */
export const hiddenStyle = (tag: string): string => `wx-${tag}[hidden] { display: none !important }`;
