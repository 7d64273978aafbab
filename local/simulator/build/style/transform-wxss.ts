import postcss, { type AtRule, type Rule } from 'postcss';
import selectorParser from 'postcss-selector-parser';
import { styleMarks } from '../style-marks';

/** Whose style sheet it is: the app's, a page's, or a component's. */
export type StyleOwner = { kind: 'app' } | { kind: 'page' | 'component'; path: string };

/**
 * WXSS without imports to CSS with style marks: rpx become a share of the phone's width, tags become the hosts in the
 * page, classes can be given a prefix, and a page's rules reach that page alone without winning over others by it.
 */
export function transformWxss(source: string, owner: StyleOwner): string {
  const root = postcss.parse(source);
  root.walkDecls(declaration => {
    declaration.value = convertRpx(declaration.value);
  });
  root.walkAtRules('media', rule => {
    rule.params = markTheme(convertRpxInMedia(rule.params));
  });
  root.walkRules(rule => {
    if (!isKeyframe(rule)) rule.selector = scopeSelector(rule.selector, owner);
  });
  return root.toString();
}

/** `calc()` keeps the value live when the phone's width changes. */
export function convertRpx(value: string): string {
  return value.replace(
    /("[^"]*"|'[^']*'|url\([^)]*\))|(-?(?:\d+\.?\d*|\.\d+))rpx\b/gi,
    (_, kept: string | undefined, number: string) => kept ?? `calc(${number} * var(--rpx))`,
  );
}

/** Variables do not work in media queries; phones are measured in CSS pixels there. */
function convertRpxInMedia(parameters: string): string {
  return parameters.replace(/(\d+(?:\.\d+)?)rpx\b/gi, (_, number: string) => `${Number(number) / 2}px`);
}

function markTheme(parameters: string): string {
  return parameters.replace(/\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/gi, (_, theme: string) =>
    theme.toLowerCase() === 'dark' ? styleMarks.dark : styleMarks.light,
  );
}

function isKeyframe(rule: Rule): boolean {
  const parent = rule.parent as AtRule | undefined;
  return parent?.type === 'atrule' && /keyframes$/i.test(parent.name);
}

function scopeSelector(selector: string, owner: StyleOwner): string {
  const transformer = selectorParser(selectors => {
    selectors.walkClasses(node => {
      node.setPropertyWithoutEscape('value', styleMarks.scope + escapeClass(node.value));
    });
    selectors.walkTags(node => {
      if (!/^\d|%$|^(from|to)$/.test(node.value)) node.value = `wx-${node.value}`;
    });
    selectors.walkPseudos(node => {
      if (node.value === ':host' && owner.kind !== 'app') replaceHost(node, owner.path);
    });
    if (owner.kind === 'page') for (const one of selectors.nodes) confine(one, owner.path);
  });
  try {
    return transformer.processSync(selector);
  } catch {
    return selector;
  }
}

function escapeClass(name: string): string {
  return name.replace(/[^\w\u0080-\uffff-]/g, character => `\\${character}`);
}

function hostOf(path: string): string {
  return `[is="${path}"]`;
}

function replaceHost(node: selectorParser.Pseudo, path: string): void {
  const inner = node.nodes.map(String).join(',').trim();
  node.replaceWith(
    selectorParser.tag({ value: inner === '' ? hostOf(path) : `${hostOf(path)}:is(${inner})` }),
  );
}

/** `:where` adds nothing to the specificity, so app.wxss and components weigh what they weigh on a phone. */
function confine(selector: selectorParser.Selector, path: string): void {
  const where = `:where(${hostOf(path)})`;
  const page = selector.nodes.find(node => node.type === 'tag' && node.value === 'wx-page');
  if (page === undefined) selector.prepend(selectorParser.tag({ value: `${where} ` }));
  else page.parent?.insertAfter(page, selectorParser.tag({ value: where }));
}
