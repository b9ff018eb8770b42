import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checklistFor, checklistVerdict, type PaperMark } from '../procedure/checklist.ts';
import { exampleCase, examplePaper, exampleProcedure } from '../procedure/example.ts';
import { proposedBring } from './bring.ts';
import { demandsOf, reasonForGuidance, type PaperSaid } from './demands.ts';
import { wrongReasons, type WrongReason } from './reasons.ts';

const procedure = exampleProcedure({
  cases: [exampleCase('a')],
  papers: [
    examplePaper('form', { role: 'form', name: 'Đơn' }),
    examplePaper('will', { name: 'Giấy thừa kế', copies: 1 }),
    examplePaper('map', { name: 'Mảnh trích đo', need: 'if-any' }),
    examplePaper('witness', { name: 'Văn bản làm chứng', need: 'case', condition: 'Có người', oneOf: 'birth' }),
    examplePaper('oath', { name: 'Giấy cam đoan', need: 'case', condition: 'Không ai', oneOf: 'birth' }),
    examplePaper('card', { role: 'identity', group: 'present', name: 'Giấy tờ tùy thân' }),
  ],
});
const list = checklistFor(procedure, 'a', { onBehalf: false, cardRead: false, lineUp: true });
const said = (state: PaperMark, over: Partial<PaperSaid> = {}): PaperSaid => ({
  state,
  why: null,
  bring: null,
  note: '',
  ...over,
});
const all = { form: said('has'), will: said('has'), map: said('has'), witness: said('has'), card: said('has') };

test('a missing paper and a wrong one become lines in the order of the list, with what to bring and why', () => {
  const lines = demandsOf(list, { ...all, form: said('missing'), will: said('wrong', { why: 'uncertified' }) }, []);
  expect(lines).toMatchObject([
    { paperId: 'form', state: 'missing', bring: '01 bản chính', reason: 'chưa có trong hồ sơ', originals: 1 },
    {
      paperId: 'will',
      state: 'wrong',
      bring: '01 bản chính và 01 bản sao có chứng thực',
      reason: 'bản đã nộp chưa được chứng thực',
      originals: 1,
      certified: 1,
      copies: 0,
    },
  ]);
});

test.each<[WrongReason, string, string]>([
  ['uncertified', '01 bản sao có chứng thực', 'bản đã nộp chưa được chứng thực'],
  ['expired', '01 bản chính, còn hạn', 'bản đã nộp hết hạn'],
  ['altered', '01 bản chính, không tẩy xóa', 'bản đã nộp bị tẩy xóa'],
  ['unsigned', '01 bản chính, có đủ chữ ký', 'bản đã nộp thiếu chữ ký'],
  ['other', '01 bản chính', 'chưa đúng quy định'],
])('a paper wrong because %s', (why, bring, reason) => {
  expect(demandsOf(list, { ...all, form: said('wrong', { why }) }, [])).toMatchObject([{ bring, reason }]);
});

test('what the officer writes stands in place of what is proposed', () => {
  const own = said('wrong', { why: 'other', bring: ' đơn theo mẫu mới. ', note: 'mẫu đơn cũ' });
  expect(demandsOf(list, { ...all, form: own }, [])).toMatchObject([
    { bring: 'đơn theo mẫu mới', reason: 'mẫu đơn cũ' },
  ]);
  const noted = said('wrong', { why: 'unsigned', note: 'của người vợ' });
  expect(demandsOf(list, { ...all, form: noted }, [])).toMatchObject([
    { reason: 'bản đã nộp thiếu chữ ký, của người vợ' },
  ]);
});

test('a paper only shown is never asked to be handed in', () => {
  expect(demandsOf(list, { ...all, card: said('missing') }, [])).toMatchObject([
    { bring: '01 bản chính, chỉ để xuất trình', reason: 'chưa xuất trình' },
  ]);
  const [card] = list.present;
  if (card === undefined) throw new Error('no card');
  for (const why of wrongReasons) expect(proposedBring(card.paper, why)).toContain('chỉ để xuất trình');
});

test('of a set one line asks for any of them; a paper "nếu có" that is not there asks for nothing', () => {
  const { witness: _, ...rest } = all;
  const lines = demandsOf(list, { ...rest, map: said('missing'), witness: said('missing'), oath: said('missing') }, []);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ paperId: null, papers: ['witness', 'oath'] });
  expect(lines[0]?.name).toContain('Văn bản làm chứng; Giấy cam đoan');
});

test('what is on no list stands last; a line without a name is none', () => {
  const further = [
    { name: 'Ảnh chân dung', bring: '02 ảnh 3x4', reason: '' },
    { name: ' ', bring: 'x', reason: '' },
  ];
  expect(demandsOf(list, { ...all, form: said('missing') }, further).map(({ name, bring }) => [name, bring])).toEqual([
    ['Đơn', '01 bản chính'],
    ['Ảnh chân dung', '02 ảnh 3x4'],
  ]);
});

test('the sentence over the lines names the published list', () => {
  const lines = demandsOf(list, { ...all, form: said('missing'), will: said('wrong') }, []);
  expect(reasonForGuidance(lines, '3380/QĐ-BNNMT')).toBe(
    'Hồ sơ chưa đủ thành phần và có giấy tờ chưa đúng quy định, theo Quyết định 3380/QĐ-BNNMT',
  );
  expect(reasonForGuidance(lines.slice(0, 1), null)).toBe('Hồ sơ chưa đủ thành phần, theo danh mục đã công bố');
  expect(reasonForGuidance(lines.slice(1), null)).toBe('Hồ sơ có giấy tờ chưa đúng quy định, theo danh mục đã công bố');
});

test('whatever is marked: lines exactly where the checklist lacks something, each with its words', () => {
  const ids = [...list.submit, ...list.present].map((row) => row.paper.id);
  const mark = fc.record({
    state: fc.constantFrom<PaperMark>('unseen', 'has', 'missing', 'wrong', 'notNeeded'),
    why: fc.constantFrom<WrongReason | null>(...wrongReasons, null),
    bring: fc.option(fc.string(), { nil: null }),
    note: fc.string(),
  });
  fc.assert(
    fc.property(fc.tuple(...ids.map(() => mark)), (marks) => {
      const about = Object.fromEntries(ids.map((id, at) => [id, marks[at] ?? said('unseen')]));
      const lines = demandsOf(list, about, []);
      const states = Object.fromEntries(ids.map((id) => [id, about[id]?.state ?? 'unseen']));
      const { lacking } = checklistVerdict(list, states);
      expect(lines.flatMap(({ papers }) => papers).toSorted()).toEqual(
        lacking.flatMap(({ papers }) => papers.map(({ id }) => id)).toSorted(),
      );
      for (const line of lines) {
        expect(line.bring).not.toBe('');
        expect(line.reason.trim()).not.toBe('');
      }
    }),
  );
});
