import { asLength, asText } from './property';
import { shownText } from './text-content';

/** A node as pages give it. */
export interface RichNode {
  type?: 'node' | 'text';
  name?: string;
  text?: string;
  attrs?: Record<string, unknown>;
  children?: RichNode[];
}

interface Rendering {
  space: string;
  resolve(source: string): string;
}

/** Source: developers.weixin.qq.com/miniprogram/dev/component/rich-text.html, "受信任的 HTML 节点及属性". */
const trusted = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del div dl dt em ' +
    'fieldset font footer h1 h2 h3 h4 h5 h6 header hr i img ins label legend li mark nav ol p pre q rt ruby s section ' +
    'small span strong sub sup table tbody td tfoot th thead tr tt u ul'
  ).split(' '),
);

const allowedAttributes = new Set(
  'class style align alt src height width dir span start type colspan rowspan color face size'.split(' '),
);

export function renderNodes(nodes: RichNode[], rendering: Rendering): Node[] {
  return nodes.flatMap(node => renderNode(node, rendering));
}

function renderNode(node: RichNode, rendering: Rendering): Node[] {
  if (node.type === 'text' || node.name === undefined) {
    return [document.createTextNode(shownText(asText(node.text), { space: rendering.space, decode: true }))];
  }
  const name = node.name.toLowerCase();
  if (!trusted.has(name)) return [];
  const element = document.createElement(name);
  for (const [attribute, value] of Object.entries(node.attrs ?? {})) {
    const allowed = allowedAttributes.has(attribute) || attribute.startsWith('aria-') || attribute === 'role';
    if (allowed) element.setAttribute(attribute, attributeValue(attribute, asText(value), rendering));
  }
  element.append(...renderNodes(node.children ?? [], rendering));
  return [element];
}

function attributeValue(name: string, value: string, { resolve }: Rendering): string {
  if (name === 'style') return asLength(value);
  return name === 'src' ? resolve(value) : value;
}
