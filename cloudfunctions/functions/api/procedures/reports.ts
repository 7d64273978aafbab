import type { reportsProcedures } from '../../../contract/reports';
import { LARGEST_BYTES, takePicture } from '../../../domain/pictures';
import {
  appealReport,
  beginUpload,
  listReports,
  readReport,
  readTerms,
  submitReport,
  withdrawReport,
} from '../../../domain/reports';
import type { HandlersOf } from '../handler';

export const reportsHandlers: HandlersOf<typeof reportsProcedures> = {
  'reports.terms': {
    access: 'rider',
    run: ({ platform, uid }) => readTerms(platform, { uid, largestBytes: LARGEST_BYTES }),
  },
  'reports.beginUpload': {
    access: 'consenting-rider',
    run: ({ platform, uid, request }) => beginUpload(platform, { uid, request }),
  },
  'reports.submit': {
    access: 'consenting-rider',
    run: async ({ platform, uid, request, input }) => {
      const { uploadId, fileId, agreed: _, ...said } = input;
      const claim = { city: platform.variable('FIRST_PARTNER_CITY'), ...said };
      const picture = { largestBytes: LARGEST_BYTES, takePicture };
      const submission = { uid, uploadId, fileId, claim, ...picture };
      return { report: await submitReport(platform, submission, request) };
    },
  },
  'reports.list': {
    access: 'rider',
    run: ({ platform, uid, input: { cursor, limit } }) =>
      listReports(platform, { uid, cursor: cursor ?? null, limit }),
  },
  'reports.get': {
    access: 'rider',
    run: ({ platform, uid, input: { reportId } }) => readReport(platform, { uid, reportId }),
  },
  'reports.appeal': {
    access: 'rider',
    run: async ({ platform, uid, request, input }) => ({
      report: await appealReport(platform, { uid, ...input }, request),
    }),
  },
  'reports.withdraw': {
    access: 'rider',
    run: async ({ platform, uid, request, input: { reportId } }) => ({
      report: await withdrawReport(platform, { uid, reportId }, request),
    }),
  },
};
