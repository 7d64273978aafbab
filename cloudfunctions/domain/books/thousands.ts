/** 12345 as `12,345`, for the texts of requests: the phone's own words for amounts stay on the phone. */
export const thousands = (amount: number): string => String(amount).replace(/\B(?=(\d{3})+$)/g, ',');
