import { reportLines } from '../ledger/print-report';
import { readLedger } from '../ledger/read-ledger';
import { runVerification } from '../ledger/verify-command';
import { verifyLedger } from '../ledger/verify-ledger';

runVerification('ledger:verify', { read: readLedger, verify: verifyLedger, reportLines });
