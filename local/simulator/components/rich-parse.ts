import type { RichNode } from './rich-nodes';

/** HTML to nodes; nothing in it is run or loaded, because the document it is parsed into is never shown. */
export function parseRichText(html: string): RichNode[] {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  return nodesOf(parsed.body);
}

function nodesOf(parent: Node): RichNode[] {
  return Array.from(parent.childNodes).flatMap(child => {
    if (child instanceof Text) return [{ type: 'text' as const, text: child.data }];
    return child instanceof Element ? [nodeOf(child)] : [];
  });
}

function nodeOf(element: Element): RichNode {
  const attrs = Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value]));
  return { type: 'node', name: element.localName, attrs, children: nodesOf(element) };
}
