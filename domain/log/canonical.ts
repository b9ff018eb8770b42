/**
 * Canonical JSON: the one byte form of a value, for hashing and for comparing views.
 *
 * RFC 8785 restricted to what events hold: keys sorted by UTF-16 code unit, no white space, integers only.
 * A fraction, NaN, undefined member or function is a mistake of the writer and throws: money is in đồng,
 * times in whole milliseconds, so nothing here ever needs one.
 */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export function canonical(value: Json): string {
  // What came from a canonical text has its keys in order, and the engine itself writes it in a third of the time.
  return isInOrder(value) ? JSON.stringify(value) : written(value);
}

function isInOrder(value: Json): boolean {
  if (typeof value === 'string') return true;
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object') return typeof value === 'boolean';
  if (value === null) return true;
  if (isList(value)) {
    for (const each of value) if (!isInOrder(each)) return false;
    return true;
  }
  if ('toJSON' in value) return false;
  let before = '';
  for (const key in value) {
    const found = value[key];
    if (found === undefined || key < before || !isInOrder(found)) return false;
    before = key;
  }
  return true;
}

/** Texts that are the same between quotation marks as they are without: most, and then no piece is handed to the engine. */
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;
/** Names of members as they are written; there are some hundred in all events and views. */
const names = new Map<string, string>();
const KEPT_NAMES = 2000;

/** Piece by piece, in the order of the rule. @throws RangeError, TypeError for what has no canonical form */
function written(value: Json): string {
  if (typeof value === 'string') return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError(`canonical: ${value} is not a safe integer`);
    return Object.is(value, -0) ? '0' : String(value);
  }
  if (typeof value !== 'object') throw new TypeError(`canonical: ${typeof value} has no canonical form`);
  // Grown in place: a batch makes some thousand of these, and joins lists of pieces no slower than it must.
  let text = '';
  if (isList(value)) {
    for (const each of value) text += text === '' ? written(each) : `,${written(each)}`;
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    const found = value[key];
    if (found === undefined) throw new TypeError(`canonical: member ${key} is undefined`);
    text += `${text === '' ? '' : ','}${writtenName(key)}${written(found)}`;
  }
  return `{${text}}`;
}

function writtenName(key: string): string {
  const known = names.get(key);
  if (known !== undefined) return known;
  const name = `${JSON.stringify(key)}:`;
  if (names.size < KEPT_NAMES) names.set(key, name);
  return name;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Whether two values have one canonical form. */
export function isSameJson(a: Json, b: Json): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (isList(a) || isList(b)) {
    return isList(a) && isList(b) && a.length === b.length && a.every((each, at) => isSameAt(each, b[at]));
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length && keys.every((key) => Object.hasOwn(b, key) && isSameAt(a[key], b[key]))
  );
}

function isSameAt(a: Json | undefined, b: Json | undefined): boolean {
  return a !== undefined && b !== undefined && isSameJson(a, b);
}
