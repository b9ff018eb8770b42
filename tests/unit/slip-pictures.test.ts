import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { slipCases } from '../slips/cases.ts';
import { difference, keptOf, MOST_DIFFERENT, pictured, smaller } from '../slips/pictures.ts';

/** The comparer itself: what it lets pass and what it does not. */

function page(width: number, height: number, level: number): PNG {
  const picture = new PNG({ width, height });
  for (let at = 0; at < picture.data.length; at += 1) picture.data[at] = at % 4 === 3 ? 255 : level;
  return picture;
}

function withDots(picture: PNG, dots: number): PNG {
  const copy = page(picture.width, picture.height, 0);
  picture.data.copy(copy.data);
  for (let dot = 0; dot < dots; dot += 1) copy.data[dot * 4] = 0;
  return copy;
}

test('a thousandth of the pixels may differ, three thousandths may not', () => {
  const white = page(100, 100, 255);
  expect(difference(white, withDots(white, 10))).toBeLessThanOrEqual(MOST_DIFFERENT);
  expect(difference(white, withDots(white, 30))).toBeGreaterThan(MOST_DIFFERENT);
});

test('another size is another picture', () => {
  expect(difference(page(100, 100, 255), page(100, 101, 255))).toBe(1);
});

test('a picture kept in sixteen greys is the picture', () => {
  const grey = page(10, 10, 137);
  expect(difference(grey, PNG.sync.read(smaller(grey)))).toBe(0);
});

test('every form has a kept picture', () => {
  expect(pictured.filter((name) => keptOf(name).length === 0)).toEqual([]);
  const forms = new Set(slipCases.filter(({ name }) => pictured.includes(name)).map(({ template }) => template.form));
  expect(forms).toEqual(new Set(slipCases.map(({ template }) => template.form)));
});
