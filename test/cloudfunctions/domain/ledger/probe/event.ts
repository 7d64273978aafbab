export interface ProbeEvent {
  do: 'credit' | 'reverse' | 'balance' | 'balance at' | 'statement';
  account: string;
  /** Of a reversal, the key of the entry that is reversed. */
  key: string;
  origin?: string;
  amount?: number;
  nowMs?: number;
  cursor?: number | null;
  limit?: number;
  dieAt?: 'read' | 'added' | 'written' | 'committing';
  dieAfterMs?: number;
}

export interface ProbeAnswer<Data> {
  pid: number;
  data?: Data;
  refusal?: string;
  /** The database's error. */
  failure?: string;
}
