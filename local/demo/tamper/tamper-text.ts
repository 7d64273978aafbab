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

export const tamperedAnswer = ({ way, seq }: Tampering): OperatorAnswer => ({
  ok: true,
  code: '',
  text: `数据库里${done[way].replace('#', String(seq))}。打开“自证”看看；“开放账本”每 6 小时整本核一次，时间 +1 天 就能看到`,
});

export const restoredAnswer = (isSealedSince: boolean): OperatorAnswer =>
  isSealedSince
    ? {
        ok: false,
        code: 'SEALED_SINCE',
        text: '已还原，但期间又封了账，封的是改过的样子：校验会一直指出来。加 --fresh 可重新开始',
      }
    : { ok: true, code: '', text: '已还原，和原来一个字不差' };

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
