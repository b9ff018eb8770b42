/**
 * Bytes of one piece of a file on its way from the page; in base64url, with the rest of the call, they stay below what
 * the loopback host reads at once (1 MB). Apart from the schemas, so that the page loads none.
 */
export const PIECE_BYTES = 512 * 1024;
