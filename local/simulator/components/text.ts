import { defineBuiltIn } from './built-in';
import { privateState } from './private-state';
import { asText, flag, number, text as textProperty } from './property';
import { setOwnStyle } from './reflect';
import { rewriteText } from './text-content';

const watching = privateState(() => ({ observer: null as MutationObserver | null }));

/** Text: line breaks written as `\n` show, and entities and wide spaces where the page asks for them. */
export const text = defineBuiltIn({
  tag: 'text',
  properties: {
    selectable: flag(),
    userSelect: flag(),
    space: textProperty(),
    decode: flag(),
    overflow: textProperty(),
    maxLines: number(),
  },
  style: `
    wx-text { display: inline; white-space: pre-line }
    wx-text[wx-space] { white-space: pre-wrap }
    wx-text[wx-select] { user-select: text; display: inline-block }
    wx-text[wx-lines] { display: -webkit-box; -webkit-box-orient: vertical; overflow: hidden }`,
  observers: {
    'selectable, userSelect'(selectable: boolean, userSelect: boolean) {
      this.host.toggleAttribute('wx-select', selectable || userSelect);
    },
    maxLines(lines: number) {
      this.host.toggleAttribute('wx-lines', lines > 0);
      setOwnStyle(this, lines > 0 ? `-webkit-line-clamp: ${lines}` : '');
    },
    'space, decode'() {
      this.rewrite();
    },
  },
  methods: {
    rewrite(): void {
      const space = asText(this.data.space);
      this.host.toggleAttribute('wx-space', space !== '');
      rewriteText(this.host, { space, decode: this.data.decode === true });
    },
  },
  attached() {
    this.rewrite();
    const observer = new MutationObserver(() => this.rewrite());
    observer.observe(this.host, { childList: true, characterData: true, subtree: true });
    watching(this).observer = observer;
  },
  detached() {
    watching(this).observer?.disconnect();
  },
});
