import { expect, test } from 'vitest';
import { moved, placesOf, withWords } from './template-edit.ts';
import { textsOfTemplate } from './template-texts.ts';
import { shippedTemplates } from './templates/index.ts';

const wordsOf = (place: ReturnType<typeof placesOf>[number]): string[] =>
  'words' in place ? [place.words] : place.parts.flatMap((part) => ('text' in part ? [part.text] : []));

test.each(shippedTemplates.map((template) => [template.id, template] as const))(
  'every text a block of %s prints can be edited',
  (_id, template) => {
    for (const [at, block] of template.blocks.entries()) {
      const printed = textsOfTemplate(template).filter((text) => text.block === at && text.text !== '');
      const edited = placesOf(block).flatMap(wordsOf);
      expect(edited.filter((text) => text !== '').toSorted()).toEqual(printed.map(({ text }) => text).toSorted());
    }
  },
);

test.each(shippedTemplates.map((template) => [template.id, template] as const))(
  'a change in a block of %s changes that text and nothing else',
  (_id, template) => {
    for (const block of template.blocks) {
      for (const [at, place] of placesOf(block).entries()) {
        const part = 'words' in place ? null : place.parts.findIndex((each) => 'text' in each);
        if (part === -1) continue;
        const changed = withWords(block, at, part, 'chữ mới');
        const before = placesOf(block);
        const after = placesOf(changed);
        expect(after.filter((each, index) => JSON.stringify(each) !== JSON.stringify(before[index]))).toHaveLength(1);
        const old = 'words' in place ? place.words : (place.parts[part ?? 0] as { text: string }).text;
        expect(withWords(changed, at, part, old)).toEqual(block);
      }
    }
  },
);

test('a block moved down and up again stands where it stood; the ends go no further', () => {
  for (const template of shippedTemplates) {
    const last = template.blocks.length - 1;
    expect(moved(moved(template, 0, 1), 1, -1)).toEqual(template);
    expect(moved(template, 0, 1).blocks[1]).toBe(template.blocks[0]);
    expect(moved(template, 0, -1)).toBe(template);
    expect(moved(template, last, 1)).toBe(template);
  }
});
