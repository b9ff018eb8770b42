/**
 * Canonical JSON: the one byte form of a value, for hashing and for comparing views.
 *
 * RFC 8785 restricted to what events hold: keys sorted by UTF-16 code unit, no white space, integers only.
 * A fraction, NaN, undefined member or function is a mistake of the writer and throws: money is in đồng,
 * times in whole milliseconds, so nothing here ever needs one.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export function canonical(value: Json): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`canonical: ${value} is not a safe integer`);
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (typeof value !== 'object') throw new TypeError(`canonical: ${typeof value} has no canonical form`);
  // Grown in place: a batch makes some thousand of these, and joins lists of pieces no slower than it must.
  let text = '';
  if (isList(value)) {
    for (const each of value) text += text === '' ? canonical(each) : `,${canonical(each)}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const found = value[key];
    if (found === undefined) throw new TypeError(`canonical: member ${key} is undefined`);
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonical(found)}`;
  }
  return `{${text}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
