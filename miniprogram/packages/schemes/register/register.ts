import { renewedPage } from '../../../pages/renewed-page';
import { livePage } from '../../../services/live-page';
import { declareClaim, listClaims, previewClaim, revokeClaim, type Scheme } from '../../../services/schemes';
import { serviceErrorOf } from '../../../services/service-error';
import { currentTheme } from '../../../services/settings';
import { type FailureView, viewFailure } from '../../../views/failure';
import {
  type ClaimPreviewView,
  type ClaimView,
  schemeChoices,
  viewClaim,
  viewPreview,
} from '../../../views/schemes';

livePage({
  data: {
    theme: currentTheme(),
    /** Params: the trip that is to be declared; empty for the register alone. */
    tripId: '',
    /** Display. */
    choices: schemeChoices,
    /** Server: null until it is known. */
    claims: null as ClaimView[] | null,
    preview: null as ClaimPreviewView | null,
    /** Form: nothing is chosen for the rider, as what is declared takes credits back. */
    scheme: '' as Scheme | '',
    /** State: the trip that is being declared or revoked; empty without one. */
    busyId: '',
    failure: null as FailureView | null,
    actFailure: '',
  },

  onLoad({ tripId = '' }: Record<string, string | undefined>) {
    this.data.tripId = decodeURIComponent(tripId);
  },

  onShow() {
    void this.refresh();
  },

  ...renewedPage,

  async refresh() {
    const { tripId } = this.data;
    try {
      const [claims, preview] = await Promise.all([
        listClaims(),
        tripId === '' ? null : previewClaim(tripId),
      ]);
      const nowMs = Date.now();
      this.setData({
        claims: claims.map(claim => viewClaim(claim, nowMs)),
        preview: preview && viewPreview(preview, nowMs),
        failure: null,
      });
    } catch (error) {
      if (this.data.claims === null) this.setData({ failure: viewFailure(serviceErrorOf(error)) });
    }
  },

  onSchemeTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    this.setData({ scheme: currentTarget.dataset.scheme as Scheme });
  },

  async act(tripId: string, work: () => Promise<unknown>) {
    if (this.data.busyId !== '') return;
    this.setData({ busyId: tripId, actFailure: '' });
    try {
      await work();
      await this.refresh();
    } catch (error) {
      this.setData({ actFailure: viewFailure(serviceErrorOf(error)).text });
    } finally {
      this.setData({ busyId: '' });
    }
  },

  onDeclarePress() {
    const { tripId, scheme } = this.data;
    if (scheme === '') return;
    void this.act(tripId, () => declareClaim({ tripId, scheme }));
  },

  onRevokeTap({ currentTarget }: WechatMiniprogram.TouchEvent) {
    const tripId = currentTarget.dataset.tripId as string;
    void this.act(tripId, () => revokeClaim(tripId));
  },
});
