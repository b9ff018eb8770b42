/**
 * The years in which this program can have been run: codes carry two digits of a year, and a computer whose battery is
 * dead begins at 1970, 1980 or 2000. A clock outside is wrong for certain. Milliseconds since 1970-01-01T00:00Z.
 */
export const EARLIEST = Date.UTC(2020, 0, 1);
export const LATEST = Date.UTC(2099, 11, 30);
