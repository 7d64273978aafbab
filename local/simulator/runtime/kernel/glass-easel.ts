/** The kernel, always in the copy that the adapter uses: two copies would not know each other's nodes. */
import { glassEasel } from 'glass-easel-miniprogram-adapter';

export type {
  domlikeBackend,
  Element as KernelElement,
  GeneralComponent as KernelComponent,
  GeneralComponentDefinition as KernelDefinition,
  ShadowedEvent,
} from 'glass-easel';
export { glassEasel };
