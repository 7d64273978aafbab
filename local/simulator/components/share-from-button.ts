import type { GeneralComponent } from 'glass-easel';
import type { SharedCard } from '../shell/shell-contract';
import type { BuiltInInstance } from './built-in';
import { asRecord, asText } from './property';

interface SharingPage {
  onShareAppMessage(options: object): unknown;
}

/** `open-type="share"`: asks the page around the button what to share, then people whether and with whom. */
export async function shareFromButton(button: BuiltInInstance): Promise<void> {
  const page = sharingPage(button.component);
  const target = { id: button.id, dataset: button.dataset };
  const answer = asRecord(page?.onShareAppMessage({ from: 'button', target }));
  await window.parent.simulatorShell?.dialogs.share(await cardOf(button, answer));
}

/** The answer may hold a promise, which has three seconds to improve on it. */
async function cardOf(button: BuiltInInstance, answer: Record<string, unknown>): Promise<SharedCard> {
  const later = answer.promise instanceof Promise ? asRecord(await withinThreeSeconds(answer.promise)) : {};
  const { title, path, imageUrl } = { ...answer, ...later };
  const image = asText(imageUrl);
  return {
    title: asText(title, document.title),
    path: asText(path, location.hash.replace(/^#\//, '')),
    image: image === '' ? '' : button.resolveAsset(image),
  };
}

async function withinThreeSeconds(promise: Promise<unknown>): Promise<unknown> {
  return await Promise.race([promise, new Promise(resolve => setTimeout(resolve, 3000))]);
}

/** The page is the outermost component around the button; only pages know onShareAppMessage. */
function sharingPage(component: GeneralComponent): SharingPage | null {
  let owner = component.ownerShadowRoot?.getHostNode();
  while (owner !== undefined) {
    const caller: unknown = owner.getMethodCaller();
    if (isSharingPage(caller)) return caller;
    owner = owner.ownerShadowRoot?.getHostNode();
  }
  return null;
}

function isSharingPage(caller: unknown): caller is SharingPage {
  return (
    typeof caller === 'object' &&
    caller !== null &&
    'onShareAppMessage' in caller &&
    typeof caller.onShareAppMessage === 'function'
  );
}
