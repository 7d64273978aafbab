/** Something is wrong with the product's sources or declarations; the message names the file or the declaration. */
export class BuildError extends Error {}
