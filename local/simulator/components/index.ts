import type { BuiltInDefinition } from './built-in';
import { button } from './button';
import { text } from './text';
import { view } from './view';

/** Every component that a page can use without `usingComponents`. */
export const builtIns: BuiltInDefinition[] = [view, text, button];
