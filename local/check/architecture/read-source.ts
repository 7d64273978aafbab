import { parseSync } from '@swc/core';

export interface SourceImport {
  specifier: string;
  /** Whether nothing of it is left at run time. */
  typesOnly: boolean;
}

export interface Source {
  imports: SourceImport[];
  /** Names it refers to or declares, and `Date.now`-like members of such names; `new Date()` stands for one without arguments. */
  names: Set<string>;
}

type Node = Record<string, unknown> & { type: string };

/** What a source file imports and names, by its syntax tree: comments and strings do not count. */
export function readSource(file: string, text: string): Source {
  const syntax = file.endsWith('.ts') ? 'typescript' : 'ecmascript';
  const source: Source = { imports: [], names: new Set() };
  visit(parseSync(text, { syntax, target: 'es2022' }), node => {
    const imported = importOf(node);
    if (imported) source.imports.push(imported);
    const name = nameOf(node);
    if (name) source.names.add(name);
  });
  return source;
}

function visit(value: unknown, see: (node: Node) => void): void {
  if (Array.isArray(value)) for (const element of value) visit(element, see);
  else if (value !== null && typeof value === 'object') {
    if ('type' in value) see(value as Node);
    for (const child of childrenOf(value as Node)) visit(child, see);
  }
}

/** Without the names of an interface's members, which swc writes like names of variables. */
function childrenOf(node: Node): unknown[] {
  const { key, ...rest } = node;
  const isMemberName = /^Ts\w+Signature$/.test(node.type ?? '') && node.computed !== true;
  return isMemberName ? Object.values(rest) : [key, ...Object.values(rest)];
}

function importOf(node: Node): SourceImport | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportAllDeclaration':
    case 'ExportNamedDeclaration':
      if (!node.source) return undefined;
      return {
        specifier: textOf(node.source),
        typesOnly: node.typeOnly === true || onlyTypes(node.specifiers),
      };
    case 'TsImportType':
      return { specifier: textOf(node.argument), typesOnly: true };
    case 'CallExpression':
      return callImport(node);
    default:
      return undefined;
  }
}

function onlyTypes(specifiers: unknown): boolean {
  const list = (specifiers ?? []) as { isTypeOnly?: boolean }[];
  return list.length > 0 && list.every(specifier => specifier.isTypeOnly === true);
}

/** `import('x')` and `require('x')`; a computed specifier counts as an import that nothing allows. */
function callImport(node: Node): SourceImport | undefined {
  const callee = node.callee as Node;
  const isImport = callee.type === 'Import' || (callee.type === 'Identifier' && callee.value === 'require');
  if (!isImport) return undefined;
  const [first] = node.arguments as { expression: Node }[];
  return { specifier: first ? textOf(first.expression) : '(nothing)', typesOnly: false };
}

function textOf(node: unknown): string {
  const literal = node as Node;
  return literal.type === 'StringLiteral' ? String(literal.value) : '(computed)';
}

function nameOf(node: Node): string | undefined {
  // swc gives the names of variables a context; names of properties have none.
  if (node.type === 'Identifier' && 'ctxt' in node) return String(node.value);
  const object = node.object as Node | undefined;
  const property = node.property as Node | undefined;
  if (node.type === 'MemberExpression' && object?.type === 'Identifier' && property?.type === 'Identifier')
    return `${object.value}.${property.value}`;
  const callee = node.callee as Node | undefined;
  const given = node.arguments as unknown[] | undefined;
  if (node.type === 'NewExpression' && callee?.type === 'Identifier' && (given ?? []).length === 0)
    return `new ${callee.value}()`;
  return undefined;
}
