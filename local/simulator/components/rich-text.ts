import { defineBuiltIn } from './built-in';
import { anything, asText, flag, text } from './property';
import { type RichNode, renderNodes } from './rich-nodes';
import { parseRichText } from './rich-parse';

/** HTML text or a tree of nodes, reduced to what WeChat allows: no scripts, no handlers, no foreign elements. */
export const richText = defineBuiltIn({
  tag: 'rich-text',
  properties: { nodes: anything([]), space: text(), userSelect: flag(), mode: text() },
  template: '<h-div class="wx-rich-text-content" />',
  style: `
    wx-rich-text { display: block }
    wx-rich-text[wx-select] { user-select: text }
    .wx-rich-text-content { overflow-wrap: break-word }
    .wx-rich-text-content img { max-width: 100% }`,
  observers: {
    'nodes, space'(nodes: unknown, space: unknown) {
      const content = this.find('.wx-rich-text-content');
      if (content === null) return;
      const tree =
        typeof nodes === 'string' ? parseRichText(nodes) : Array.isArray(nodes) ? (nodes as RichNode[]) : [];
      const context = { space: asText(space), resolve: (source: string) => this.resolveAsset(source) };
      content.replaceChildren(...renderNodes(tree, context));
    },
    userSelect(selectable: boolean) {
      this.host.toggleAttribute('wx-select', selectable);
    },
  },
});
