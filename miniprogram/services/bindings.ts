import type { ProcedureOutput } from '../../cloudfunctions/contract/procedures';
import { type Copy, keepCopy } from './offline-copy';
import { call, callOnce } from './rpc';

export type BindCode = ProcedureOutput<'bindings.createCode'>;
export type Binding = ProcedureOutput<'bindings.list'>['bindings'][number];

/** A code to bind a card with, valid for ten minutes. */
export const createBindCode = (): Promise<BindCode> => callOnce('bindings.createCode', {});

/** The rider's cards, latest first. */
export const listBindings = (): Promise<Copy<Binding[]>> =>
  keepCopy('bindings', async () => (await call('bindings.list', {})).bindings);

export const removeBinding = (bindingId: string): Promise<object> =>
  callOnce('bindings.remove', { bindingId });
