import { takeBackDonation } from '../../services/giving';
import { ServiceError } from '../../services/service-error';

/**
 * Takes a donation back and says so. It is not asked twice: what is taken back can be given again. False when it had
 * ended already, which is said instead. Throws `ServiceError`.
 */
export async function takeBack(donationId: string): Promise<boolean> {
  try {
    await takeBackDonation(donationId);
    wx.showToast({ title: '积分已退回', icon: 'none' });
    return true;
  } catch (error) {
    if (!(error instanceof ServiceError) || error.code !== 'HOLD_CLOSED') throw error;
    wx.showToast({ title: '这笔捐赠已经有结果了', icon: 'none' });
    return false;
  }
}
