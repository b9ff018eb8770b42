import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checklistFor, checklistVerdict, type ChecklistFacts, type PaperMark } from './checklist.ts';
import { exampleCase, examplePaper, exampleProcedure } from './example.ts';
import { bringText, countText } from './paper-text.ts';

const facts: ChecklistFacts = { onBehalf: false, cardRead: false, lineUp: true };
const procedure = exampleProcedure({
  cases: [exampleCase('a'), exampleCase('b')],
  papers: [
    examplePaper('form', { role: 'form' }),
    examplePaper('only-b', { cases: ['b'] }),
    examplePaper('proxy', { role: 'authorisation', need: 'case', condition: 'Khi ủy quyền' }),
    examplePaper('extra', { need: 'if-any' }),
    examplePaper('witness', { need: 'case', condition: 'Có người làm chứng', oneOf: 'birth', cases: ['b'] }),
    examplePaper('oath', { need: 'case', condition: 'Không có người làm chứng', oneOf: 'birth', cases: ['b'] }),
    examplePaper('card', { role: 'identity', group: 'present' }),
    examplePaper('home', { role: 'residence', group: 'present', need: 'if-not-in-database' }),
  ],
});
const a = checklistFor(procedure, 'a', facts);
const b = checklistFor(procedure, 'b', facts);
const allHas = { form: 'has', extra: 'has', card: 'has', home: 'has' } as const;

test('a case shows its own papers in two groups and hides the others with the reason', () => {
  expect(a.submit.map((r) => r.paper.id)).toEqual(['form', 'extra']);
  expect(a.present.map((r) => r.paper.id)).toEqual(['card', 'home']);
  expect(a.hidden.map((h) => [h.paper.id, h.why])).toEqual([
    ['only-b', 'case'],
    ['proxy', 'not-on-behalf'],
    ['witness', 'case'],
    ['oath', 'case'],
  ]);
});

test('the authorisation appears as soon as somebody acts for another', () => {
  const list = checklistFor(procedure, 'a', { ...facts, onBehalf: true });
  expect(list.submit.map((r) => r.paper.id)).toContain('proxy');
});

test('an ID card that was read counts as seen, but not for a paper of two people', () => {
  const read = { ...facts, cardRead: true };
  expect(checklistFor(procedure, 'a', read).present[0]?.initial).toBe('has');
  const both = exampleProcedure({ papers: [examplePaper('cards', { role: 'identity', originals: 2 })] });
  expect(checklistFor(both, 'a', read).submit[0]?.initial).toBe('unseen');
});

test('without a line the residence paper must be seen, and the row says why', () => {
  const down = checklistFor(procedure, 'a', { ...facts, lineUp: false });
  expect(down.present[1]?.hint?.vi).toBe('Phải xem, vì đang mất đường truyền');
  expect(down.present[1]?.mayBeNotNeeded).toBe(true);
});

test('a dossier is unfinished until every paper has a state', () => {
  expect(checklistVerdict(a, {}).kind).toBe('unfinished');
  expect(checklistVerdict(a, { ...allHas, home: 'unseen' }).unseen.map((p) => p.id)).toEqual(['home']);
  expect(checklistVerdict(a, allHas)).toMatchObject({ kind: 'complete', text: { vi: 'Đã xem đủ 4 giấy tờ' } });
});

test('what is missing or wrong is named with what to bring', () => {
  const verdict = checklistVerdict(a, { ...allHas, form: 'missing', card: 'wrong' });
  expect(verdict.kind).toBe('incomplete');
  expect(verdict.lacking).toMatchObject([
    { name: 'Giấy form', state: 'missing', bring: { vi: '01 bản chính' } },
    { name: 'Giấy card', state: 'wrong' },
  ]);
});

test('a missing paper "nếu có" does not stop a dossier, a missing conditional paper does', () => {
  expect(checklistVerdict(a, { ...allHas, extra: 'missing' }).kind).toBe('complete');
  expect(checklistVerdict(a, { ...allHas, home: 'missing' }).kind).toBe('incomplete');
  expect(checklistVerdict(a, { ...allHas, home: 'notNeeded' }).kind).toBe('complete');
});

test('"Không cần" on a paper that is always needed counts as unseen', () => {
  expect(checklistVerdict(a, { ...allHas, form: 'notNeeded' })).toMatchObject({ kind: 'unfinished' });
});

test('one paper of a set is enough, and none of a set is one thing to bring', () => {
  const marks = { ...allHas, 'only-b': 'has' } as const;
  expect(checklistVerdict(b, { ...marks, oath: 'has' }).kind).toBe('complete');
  expect(checklistVerdict(b, { ...marks, witness: 'missing' }).kind).toBe('unfinished');
  const none = checklistVerdict(b, { ...marks, witness: 'notNeeded', oath: 'missing' });
  expect(none.kind).toBe('incomplete');
  expect(none.lacking.map((l) => l.name)).toEqual(['Một trong các giấy tờ: Giấy witness; Giấy oath']);
});

test('a case the procedure does not have is refused', () => {
  expect(() => checklistFor(procedure, 'z', facts)).toThrow(RangeError);
});

test('counts are said as the screen and as the slip say them', () => {
  expect(countText(examplePaper('x')).vi).toBe('1 bản chính');
  expect(countText(examplePaper('x', { copies: 1 })).vi).toBe('1 chính, 1 sao');
  expect(countText(examplePaper('x', { need: 'if-any' })).vi).toBe('nếu có');
  expect(countText(examplePaper('x', { originals: 0, copies: 2 })).en).toBe('2 copies');
  expect(bringText(examplePaper('x', { certifiedCopies: 1 })).vi).toBe('01 bản chính và 01 bản sao có chứng thực');
  expect(bringText(examplePaper('x', { bring: 'Sổ đỏ' })).vi).toBe('Sổ đỏ');
});

test('a verdict is complete exactly when nothing is unseen and nothing lacks, whatever the marks', () => {
  const mark = fc.constantFrom<PaperMark>('unseen', 'has', 'missing', 'wrong', 'notNeeded');
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...procedure.papers.map((p) => p.id)), mark), (marks) => {
      const v = checklistVerdict(b, marks);
      expect(v.kind === 'complete').toBe(v.unseen.length === 0 && v.lacking.length === 0);
      expect(v.kind === 'unfinished').toBe(v.unseen.length > 0);
    }),
  );
});
