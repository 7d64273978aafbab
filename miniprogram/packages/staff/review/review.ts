import { livePage } from '../../../services/live-page';
import { currentTheme } from '../../../services/settings';
import { beijingDay } from '../../../views/beijing-time';
import type { FailureView } from '../../../views/failure';
import { whenConfirmed } from '../confirmation';
import { failureOf } from '../failure-of';
import { freshPage } from '../fresh-page';
import { readMe } from '../services/me';
import { readReview, recordReview } from '../services/team';
import { quarterText } from '../views/desk';
import { type ReviewCard, reviewProgress, viewReview } from '../views/review';

type Decision = 'keep' | 'reduce';

const questions = {
  keep: { heading: '这些权限保留', note: '写一句为什么还需要。本人和上级会收到。' },
  reduce: { heading: '需要收回一些', note: '写清收回什么。记录之后，到员工账号里变更角色。' },
} as const;

livePage({
  data: {
    theme: currentTheme(),
    /** Server: null until it is known. */
    cards: null as ReviewCard[] | null,
    quarter: '',
    progress: '',
    myId: '',
    /** State: whom a decision is being written for. */
    asked: null as (typeof questions)[Decision] | null,
    isBusy: false,
    failure: null as FailureView | null,
    sendFailure: null as FailureView | null,
  },

  /** The quarter as the server names it, and what is being decided. */
  quarterId: '',
  deciding: { staffId: '', decision: 'keep' as Decision },

  ...freshPage,

  async refresh() {
    try {
      const [review, { staffId }] = await Promise.all([readReview(), readMe()]);
      const cards = viewReview(review, beijingDay(Date.now()));
      this.quarterId = review.quarter;
      this.setData({
        cards,
        quarter: quarterText(review.quarter),
        progress: reviewProgress(cards),
        myId: staffId,
        failure: null,
      });
    } catch (error) {
      this.setData({ failure: failureOf(error) });
    }
  },

  onDecisionPress(event: WechatMiniprogram.CustomEvent) {
    const deciding = event.currentTarget.dataset as { staffId: string; decision: Decision };
    this.deciding = deciding;
    this.setData({ asked: questions[deciding.decision], sendFailure: null });
  },

  onSheetClose() {
    this.setData({ asked: null, sendFailure: null });
  },

  async onSheetSubmit({ detail }: WechatMiniprogram.CustomEvent<{ text: string }>) {
    if (this.data.isBusy) return;
    this.setData({ isBusy: true, sendFailure: null });
    const form = { ...this.deciding, quarter: this.quarterId, note: detail.text };
    try {
      await whenConfirmed(this, () => recordReview(form));
      this.setData({ asked: null });
      await this.refresh();
    } catch (error) {
      this.setData({ sendFailure: failureOf(error) });
    } finally {
      this.setData({ isBusy: false });
    }
  },
});
