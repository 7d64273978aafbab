import type { StoredDocument } from '../../store/store';
import { isPlainObject } from '../plain-object';
import { requestFailed } from '../query-error';
import { ABSENT, type Modification, type ModifyContext, type ModifyValue } from './modifier';
import { modifyPath } from './modify-path';
import type { Renaming } from './parse-update';

/** `$rename`: moves a field, also between embedded documents, but neither into nor out of an array. */
export function renameField(
  document: StoredDocument,
  { source, target }: Renaming,
  context: ModifyContext,
): StoredDocument {
  let moved: unknown = ABSENT;
  refuseArrays(document, source, 'source');
  const take: ModifyValue = current => {
    moved = current;
    return ABSENT;
  };
  const without = modifyPath(document, modification(source, false, take), context);
  if (moved === ABSENT) return document;
  refuseArrays(document, target, 'destination');
  return modifyPath(
    without,
    modification(target, true, () => moved),
    context,
  );
}

function modification(path: string, creates: boolean, modify: ModifyValue): Modification {
  return { operator: '$rename', path, parts: path.split('.'), creates, modify };
}

function refuseArrays(document: StoredDocument, path: string, side: string): void {
  let holder: unknown = document;
  for (const part of path.split('.')) {
    if (Array.isArray(holder)) {
      throw requestFailed(
        `The ${side} field cannot be an array element, '${path}' in doc has an array field`,
      );
    }
    holder = isPlainObject(holder) ? holder[part] : undefined;
  }
}
