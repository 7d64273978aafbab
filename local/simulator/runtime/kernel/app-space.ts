import { type CodeSpace, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { FrameBackend } from './frame-backend';
import { glassEasel } from './glass-easel';

export interface Kernel {
  space: CodeSpace;
  /** For built-in components: only here `h-*` tags are real elements. */
  builtInSpace: glassEasel.ComponentSpace;
  backend: ReturnType<MiniProgramEnv['associateBackend']>;
}

interface OptionsMaker {
  prepareComponentOptions(path: string, options?: object): [Record<string, unknown>, unknown];
}

/** Sets the kernel up for one app. */
export function createKernel(): Kernel {
  glassEasel.globalOptions.writeIdToDOM = true;
  const environment = new MiniProgramEnv();
  const backend = environment.associateBackend(
    new FrameBackend() as unknown as Parameters<MiniProgramEnv['associateBackend']>[0] & object,
  );
  const space = environment.createCodeSpace('app', true);
  useOwnOptions(space as unknown as OptionsMaker);
  const { styleScopeManager } = space.getComponentSpace();
  const builtInSpace = new glassEasel.ComponentSpace(undefined, undefined, styleScopeManager, true);
  builtInSpace.updateComponentOptions({ writeFieldsToNode: false, writeIdToDOM: true });
  // A tag that nobody defined must show up as missing instead of becoming an unknown element.
  (space.getComponentSpace() as unknown as { _$allowUnusedNativeNode: boolean })._$allowUnusedNativeNode =
    false;
  return { space, builtInSpace, backend };
}

/** Ids stay as they are written, and methods named like parts of a node must not replace those. */
function useOwnOptions(space: OptionsMaker): void {
  const prepare = space.prepareComponentOptions.bind(space);
  space.prepareComponentOptions = (path, options) => {
    const [prepared, isolation] = prepare(path, options);
    return [
      { ...prepared, idPrefixGenerator: null, writeFieldsToNode: false, writeIdToDOM: true },
      isolation,
    ];
  };
}
