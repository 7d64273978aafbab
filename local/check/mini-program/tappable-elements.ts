import { allElements, readWxml, type WxmlElement } from './read-wxml';

const tapBinding = /^(?:capture-)?(?:mut-)?(?:bind|catch):?(?:tap|longpress|longtap)$/;
/** Components that tell a screen reader themselves what they are. */
const speaksForItself = new Set(
  ['button', 'navigator', 'input', 'textarea', 'switch', 'slider', 'picker'].concat(['radio', 'checkbox']),
);

/** @returns what a person who cannot see, or whose finger covers the screen, would miss at things that can be tapped */
export function tappableProblems(file: string, source: string): string[] {
  return allElements(readWxml(source))
    .filter(isTappable)
    .flatMap(element =>
      missingAt(element).map(missing => `${file}:${element.line} <${element.name}> can be tapped ${missing}`),
    );
}

function isTappable({ name, attributes }: WxmlElement): boolean {
  return name === 'navigator' || Object.keys(attributes).some(one => tapBinding.test(one));
}

function missingAt(element: WxmlElement): string[] {
  const { name, attributes } = element;
  const missing: string[] = [];
  if (!attributes['aria-label'] && !hasText(element)) missing.push('but has neither aria-label nor text');
  if (!speaksForItself.has(name) && !attributes['aria-role']) missing.push('but has no aria-role');
  if (name === 'view' && !attributes['hover-class']) missing.push('but shows nothing: no hover-class');
  return missing;
}

const hasText = (element: WxmlElement): boolean =>
  [element, ...allElements(element.children)].some(({ text }) => text.trim() !== '');
