/**
 * CloudBase's limits, the stricter value where its pages disagree, so that what passes here passes there.
 * Source: docs.cloudbase.net/cloud-function/limits, docs.cloudbase.net/database/limits, docs.cloudbase.net/service/quota
 */
const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** Body of a database call, of `wx.cloud.callFunction` and of a text request to the HTTP access service. */
export const textCallBytes = 100 * kilobyte;
/** Event and answer of a function. */
export const functionEventBytes = 6 * megabyte;
export const functionAnswerBytes = 6 * megabyte;
/** Any request or answer at all. */
export const packetBytes = 16 * megabyte;
export const storedFileBytes = 5 * megabyte;
export const queryDefaultDocuments = 100;
export const queryMostDocuments = 1000;
/** Files named in one call of getTempFileURL or deleteFile. */
export const fileListLength = 50;
