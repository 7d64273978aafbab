import { Listeners } from '../calling/listeners';
import { makeCalls } from '../calling/make-call';
import { numberOf, optionalText } from '../calling/options';
import { WxFailure } from '../calling/wx-failure';
import type { Privacy } from '../permission/privacy';
import type { Scopes } from '../permission/scopes';
import type { WxHost } from '../wx-host';

const UPDATE_MS = 1000;

/** Where the panel says that the phone is. */
export function locationCalls(host: WxHost, privacy: Privacy, scopes: Scopes): Record<string, unknown> {
  const changes = new Listeners<object>();
  const failures = new Listeners<object>();
  let timer: ReturnType<typeof setInterval> | null = null;
  const stop = (): void => {
    if (timer !== null) clearInterval(timer);
    timer = null;
  };
  const start = async (name: string, scope: string): Promise<void> => {
    await permit(host, privacy, scopes, name, scope);
    stop();
    timer = setInterval(() => changes.tell(placeOf(host)), UPDATE_MS);
  };
  // What moves quickly is told at once, as the phone's own clock may be running fast.
  host.shell.panel.devices.observe(({ place }, before) => {
    if (timer !== null && place !== before.place) changes.tell(placeOf(host));
  });
  return {
    onLocationChange: changes.on,
    offLocationChange: changes.off,
    onLocationChangeError: failures.on,
    offLocationChangeError: failures.off,
    ...makeCalls({
      getLocation: async () => {
        await permit(host, privacy, scopes, 'getLocation', 'scope.userLocation');
        return placeOf(host);
      },
      getFuzzyLocation: async () => {
        await permit(host, privacy, scopes, 'getFuzzyLocation', 'scope.userFuzzyLocation');
        return fuzzyPlaceOf(host);
      },
      startLocationUpdate: () => start('startLocationUpdate', 'scope.userLocation'),
      startLocationUpdateBackground: () =>
        start('startLocationUpdateBackground', 'scope.userLocationBackground'),
      stopLocationUpdate: stop,
      openLocation: options => openLocation(host, options),
    }),
  };
}

/** Source: developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html, requiredPrivateInfos */
async function permit(
  host: WxHost,
  privacy: Privacy,
  scopes: Scopes,
  name: string,
  scope: string,
): Promise<void> {
  if (!host.requiredPrivateInfos.includes(name))
    throw new WxFailure(
      'the api need to be declared in the requiredPrivateInfos field in app.json/ext.json',
      { errno: 112 },
    );
  await privacy.require(name);
  await scopes.require(scope);
}

function placeOf({ shell }: WxHost) {
  const { place } = shell.panel.devices.current();
  const { latitude, longitude, speed, accuracyMetres, altitudeMetres, isMock } = place;
  return {
    latitude,
    longitude,
    speed,
    accuracy: accuracyMetres,
    altitude: altitudeMetres,
    verticalAccuracy: accuracyMetres,
    horizontalAccuracy: accuracyMetres,
    ...(isMock ? { isMock } : {}),
  };
}

/** A hundredth of a degree is about a kilometre. */
function fuzzyPlaceOf(host: WxHost) {
  const { latitude, longitude } = placeOf(host);
  return { latitude: Math.round(latitude * 100) / 100, longitude: Math.round(longitude * 100) / 100 };
}

async function openLocation({ shell }: WxHost, options: Record<string, unknown>): Promise<void> {
  const at = `${numberOf(options, 'latitude')}, ${numberOf(options, 'longitude')}`;
  await shell.dialogs.modal({
    title: optionalText(options, 'name', '位置'),
    content: `${optionalText(options, 'address')}\n${at}`.trim(),
    showCancel: false,
    cancelText: '',
    cancelColour: '',
    confirmText: '返回',
    confirmColour: '',
    editable: false,
    placeholder: '',
  });
}
