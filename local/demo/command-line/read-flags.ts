import { type ParseArgsConfig, parseArgs } from 'node:util';
import { UsageError } from './usage-error';

type Options = NonNullable<ParseArgsConfig['options']>;

/** What is wrong, in words, by the codes of Node's parser. */
const problems: Record<string, string> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: '没有这个参数',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: '多出来的内容',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: '参数的值缺失或多余',
};

/** @throws UsageError for anything that `options` does not know */
export function readFlags<Known extends Options>(given: readonly string[], options: Known, usage: string) {
  try {
    return parseArgs({ args: [...given], options, strict: true }).values;
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    const problem = problems[code ?? ''] ?? '参数有误';
    throw new UsageError(`${problem}（${message.split('. ', 1)[0]}）\n用法：${usage}`);
  }
}
