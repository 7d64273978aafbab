import { renewedPage } from '../../../pages/renewed-page';
import { livePage } from '../../../services/live-page';
import { explainOwnTrip } from '../../../services/own-trips';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import { type FailureView, viewFailure } from '../../../views/failure';
import { type OwnTripPageView, viewOwnTripPage } from '../../../views/own-trips';
import { routes } from '../../../views/routes';

livePage({
  data: {
    theme: currentTheme(),
    /** Params. */
    ownTripId: '',
    /** Server: null until it is known. */
    trip: null as OwnTripPageView | null,
    failure: null as FailureView | null,
  },

  onLoad({ ownTripId = '' }: Record<string, string | undefined>) {
    this.data.ownTripId = decodeURIComponent(ownTripId);
  },

  onShow() {
    void this.refresh();
  },

  ...renewedPage,

  async refresh() {
    try {
      const explanation = await explainOwnTrip(this.data.ownTripId);
      this.setData({ trip: viewOwnTripPage(explanation, beijingDay(Date.now())), failure: null });
    } catch (error) {
      if (this.data.trip === null) this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    }
  },

  onRideTap() {
    wx.navigateTo({ url: routes.explain(this.data.trip?.rideId ?? '') });
  },

  onOtherTap() {
    wx.navigateTo({ url: routes.ownTrip(this.data.trip?.otherId ?? '') });
  },

  onClaimPress() {
    wx.navigateTo({ url: routes.claim(this.data.ownTripId) });
  },

  onMethodology() {
    wx.navigateTo({ url: routes.methodology });
  },
});
