import type { OperatorAnswer } from '../route/answer-text';
import { GAIN, type Way } from './forge';
import type { Tampering } from './tamper-file';

const done: Readonly<Record<Way, string>> = {
  amount: `把第 # 笔多记了 ${GAIN} 分`,
  removed: '把第 # 笔删掉了',
  swapped: '把第 # 笔和后一笔调换了',
  balance: `把第 # 笔之后的余额多写了 ${GAIN} 分`,
  rechained: `把第 # 笔多记了 ${GAIN} 分，并把之后的余额和哈希全部重做了`,
};

const advice = '打开“自证”马上看到；“开放账本”每 6 小时整本核一次，点“+1 小时”走到那时';
/** These touch the latest entries as well, which the seal of the coming midnight takes up as they are. */
const sealedWith: readonly Way[] = ['swapped', 'rechained'];
const warning = '。过了零点，封账会盖住篡改，还原也变不回绿色';

export const tamperedAnswer = ({ way, seq }: Pick<Tampering, 'way' | 'seq'>): OperatorAnswer => ({
  ok: true,
  code: '',
  text: `数据库里${done[way].replace('#', String(seq))}。${advice}${sealedWith.includes(way) ? warning : ''}`,
});

/** @param sealedOver the first day whose seal was made over forged entries; null when there is none */
export const restoredAnswer = (sealedOver: string | null): OperatorAnswer =>
  sealedOver === null
    ? { ok: true, code: '', text: '已还原，和原来一个字不差' }
    : {
        ok: false,
        code: 'SEALED_SINCE',
        text: `记录已还原，但 ${dayName(sealedOver)} 的封账是照改过的样子封的：校验会一直是红的，也应当是红的。加 --fresh 可重新开始`,
      };

const dayName = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

export const nothingToTamper: OperatorAnswer = {
  ok: false,
  code: 'NO_SEALED_ENTRY',
  text: '这个人还没有封过账的入账，换一个人，或等账封好（每天 00:10）',
};

export const alreadyTampered = ({ seq }: Tampering): OperatorAnswer => ({
  ok: false,
  code: 'ALREADY_TAMPERED',
  text: `第 ${seq} 笔还改着，先还原`,
});

export const nothingToRestore: OperatorAnswer = { ok: true, code: '', text: '没有改过什么' };
