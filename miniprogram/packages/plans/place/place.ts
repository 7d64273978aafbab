import { livePage } from '../../../services/live-page';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { routes } from '../../../views/routes';
import { choosePlace, type End } from '../chosen-places';
import {
  type Favourite,
  forgetPlace,
  knownStations,
  type Place,
  type Station,
  savedPlaces,
  savePlace,
} from '../services/plans';
import {
  type FavouriteView,
  findStations,
  kindNames,
  kinds,
  nameOf,
  type StationRow,
  viewFavourites,
} from '../views/places';
import { refusalText } from '../views/refusal';
import { hereNow } from './here-now';

const titles: Readonly<Record<End, string>> = { from: '从哪里出发', to: '到哪里去' };

livePage({
  data: {
    /** Display. */
    theme: currentTheme(),
    kinds,
    /** Form. */
    written: '',
    found: [] as StationRow[],
    /** What is chosen and may be saved as well; empty before. */
    picked: '',
    kind: '' as Favourite['kind'] | '',
    isAgreed: false,
    /** Server. */
    favourites: [] as FavouriteView[],
    /** State: why there is no list or no position. */
    problem: '',
    isBusy: false,
  },

  /** What is not drawn. */
  end: 'from' as End,
  stations: [] as Station[],
  places: [] as Favourite[],
  place: null as Place | null,

  onLoad({ end }: Record<string, string | undefined>) {
    this.end = end === 'to' ? 'to' : 'from';
    wx.setNavigationBarTitle({ title: titles[this.end] });
    void this.readStations();
    void this.readPlaces();
  },

  onReconnect() {
    if (this.stations.length === 0) void this.readStations();
    void this.readPlaces();
  },

  async readStations() {
    try {
      this.stations = (await knownStations()).data.stations;
      this.setData({ problem: '', found: findStations(this.stations, this.data.written) });
    } catch (error) {
      this.setData({ problem: serviceErrorOf(error).message });
    }
  },

  /** Without them the stations are still there. */
  async readPlaces() {
    this.showPlaces(await savedPlaces().catch(() => this.places));
  },

  showPlaces(places: Favourite[]) {
    this.places = places;
    this.setData({ favourites: viewFavourites(places) });
  },

  onInput({ detail }: WechatMiniprogram.Input) {
    this.setData({ written: detail.value, found: findStations(this.stations, detail.value) });
  },

  onStationTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.pick({ station: currentTarget.dataset.name as string });
  },

  onFavouriteTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const found = this.places.find(({ placeId }) => placeId === currentTarget.dataset.placeId);
    if (found) this.use(found.place);
  },

  async onHereTap() {
    this.setData({ isBusy: true, problem: '' });
    const here = await hereNow();
    this.setData({ isBusy: false, problem: 'problem' in here ? here.problem : '' });
    if ('place' in here) this.pick(here.place);
  },

  pick(place: Place) {
    this.place = place;
    this.setData({ picked: nameOf(place), kind: '', isAgreed: false });
    wx.hideKeyboard().catch(() => undefined);
  },

  use(place: Place) {
    choosePlace(this.end, place);
    if (getCurrentPages().length > 1) wx.navigateBack();
    else wx.redirectTo({ url: routes.plans });
  },

  onUsePress() {
    if (this.place !== null) this.use(this.place);
  },

  onKindTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const kind = currentTarget.dataset.kind as Favourite['kind'];
    this.setData({ kind: this.data.kind === kind ? '' : kind });
  },

  onAgreeTap() {
    this.setData({ isAgreed: !this.data.isAgreed });
  },

  async onSavePress() {
    const { kind, isAgreed, isBusy } = this.data;
    const { place } = this;
    if (place === null || kind === '' || !isAgreed || isBusy) return;
    const name = kind === 'other' ? nameOf(place) : kindNames[kind];
    await this.changePlaces(async () => {
      const named = 'station' in place ? place : { ...place, name };
      this.showPlaces(await savePlace({ kind, name, place: named, agreed: true }));
      this.use(named);
    });
  },

  async onForgetTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const placeId = currentTarget.dataset.placeId as string;
    await this.changePlaces(async () => this.showPlaces(await forgetPlace(placeId)));
  },

  async onForgetAllTap() {
    await this.changePlaces(async () => this.showPlaces(await forgetPlace()));
  },

  async changePlaces(work: () => Promise<void>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true });
    try {
      await work();
    } catch (error) {
      const refusal = serviceErrorOf(error);
      if (refusal.code === 'CONSENT_REQUIRED') wx.navigateTo({ url: routes.consent });
      else wx.showToast({ title: refusalText(refusal), icon: 'none', duration: 3_000 });
    } finally {
      this.setData({ isBusy: false });
    }
  },
});
