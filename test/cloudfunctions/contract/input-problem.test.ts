import * as z from 'zod';
import { inputProblem } from '../../../cloudfunctions/contract/input-problem';

const shape = z.strictObject({
  name: z.string().min(2).max(4),
  count: z.int().min(1).max(9).optional(),
  tags: z
    .array(z.enum(['a', 'b']))
    .max(2)
    .optional(),
  id: z.string().regex(/^x/).optional(),
});

test.each<[unknown, string, string]>([
  [null, '', '应为一组内容'],
  [{}, 'name', '应为文字'],
  [{ name: 'x' }, 'name', '至少 2 个字'],
  [{ name: 'xxxxx' }, 'name', '最多 4 个字'],
  [{ name: 'xx', count: 0 }, 'count', '至少 1'],
  [{ name: 'xx', count: 10 }, 'count', '最多 9'],
  [{ name: 'xx', count: 1.5 }, 'count', '应为整数'],
  [{ name: 'xx', tags: ['a', 'c'] }, 'tags.1', '不在可选范围内'],
  [{ name: 'xx', tags: ['a', 'a', 'a'] }, 'tags', '最多 2 项'],
  [{ name: 'xx', id: 'y' }, 'id', '格式不正确'],
  [{ name: 'xx', openid: 'o1' }, 'openid', '含有不支持的项'],
])('%j: field and reason', (value, field, reason) => {
  const { error } = shape.safeParse(value);
  expect(error && inputProblem(error)).toEqual({ field, reason });
});

test('a field name that somebody made up is cut', () => {
  const { error } = shape.safeParse({ name: 'xx', ['k'.repeat(5_000)]: 1 });
  expect(error && inputProblem(error).field.length).toBe(100);
});
