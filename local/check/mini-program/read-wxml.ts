/** One element of a template, with what stands inside it. */
export interface WxmlElement {
  name: string;
  attributes: Record<string, string>;
  children: WxmlElement[];
  /** Text directly inside it, bindings included. */
  text: string;
  line: number;
}

/** Comments, bindings, scripts and tags; what lies between them is text. */
const token =
  /<!--[\s\S]*?-->|\{\{[\s\S]*?\}\}|<wxs\b[^>]*>[\s\S]*?<\/wxs>|<(\/?)([A-Za-z][\w.:-]*)((?:\s+[^\s=/>]+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>/g;
const attribute = /([^\s=/>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

/**
 * Reads a template's elements. It does not judge: wcc and the kernel's compiler do that with the same file.
 * @returns the elements at the top
 */
export function readWxml(source: string): WxmlElement[] {
  const root = elementOf('', {}, 1);
  const open = [root];
  let end = 0;
  for (const match of source.matchAll(token)) {
    const inside = open.at(-1) as WxmlElement;
    inside.text += source.slice(end, match.index);
    end = match.index + match[0].length;
    const [whole, closes, name, attributes = '', closesItself] = match;
    if (whole.startsWith('{{')) inside.text += whole;
    if (name === undefined) continue;
    if (closes) {
      if (open.length > 1 && inside.name === name) open.pop();
      continue;
    }
    const element = elementOf(name, readAttributes(attributes), lineAt(source, match.index));
    inside.children.push(element);
    if (!closesItself) open.push(element);
  }
  return root.children;
}

/** The elements and everything inside them. */
export function allElements(elements: WxmlElement[]): WxmlElement[] {
  return elements.flatMap(element => [element, ...allElements(element.children)]);
}

function elementOf(name: string, attributes: Record<string, string>, line: number): WxmlElement {
  return { name, attributes, children: [], text: '', line };
}

function readAttributes(text: string): Record<string, string> {
  return Object.fromEntries(
    [...text.matchAll(attribute)].map(([, name, double, single]) => [name, double ?? single ?? '']),
  );
}

const lineAt = (source: string, index: number): number => source.slice(0, index).split('\n').length;
