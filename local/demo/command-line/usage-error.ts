/** What a person typed, or the state of things, does not allow the command; the message says what and what to do. */
export class UsageError extends Error {}
