import type * as z from 'zod';

type Issue = z.core.$ZodIssue;

/** The names of types as a person without programming knows them. */
const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否',
  array: '列表',
  object: '一组内容',
  record: '一组内容',
};

const typeName = (expected: string): string => typeNames[expected] ?? expected;

const bound = (issue: { origin: string }, value: unknown): string =>
  issue.origin === 'string' ? `${value} 个字` : issue.origin === 'array' ? `${value} 项` : `${value}`;

function reasonOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `应为${typeName(issue.expected)}`;
    case 'too_small':
      return `至少 ${bound(issue, issue.minimum)}`;
    case 'too_big':
      return `最多 ${bound(issue, issue.maximum)}`;
    case 'invalid_format':
      return '格式不正确';
    case 'unrecognized_keys':
      return '含有不支持的项';
    case 'invalid_value':
      return '不在可选范围内';
    default:
      return '内容不正确';
  }
}

const longestFieldName = 100;

/** The first thing that is wrong: the field's path for programs, the reason in Chinese for people. */
export function inputProblem(error: z.ZodError): { field: string; reason: string } {
  const issue = error.issues[0];
  if (!issue) return { field: '', reason: '内容不正确' };
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path;
  return { field: path.map(String).join('.').slice(0, longestFieldName), reason: reasonOf(issue) };
}
