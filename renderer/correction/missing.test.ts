import { expect, test } from 'vitest';
import type { CorrectionPreview } from '../stores/correction.ts';
import { missingOf } from './missing.ts';

const line = {
  key: 'sets',
  label: { vi: 'Số bộ', en: 'Sets' },
  before: { vi: '1', en: '1' },
  after: { vi: '2', en: '2' },
};

const preview = (part: Partial<CorrectionPreview['effects']> = {}): Pick<CorrectionPreview, 'lines' | 'effects'> => ({
  lines: [line],
  effects: {
    voids: [],
    reprint: [],
    callBack: false,
    mayMessage: false,
    due: null,
    fetchFrom: null,
    feeDifference: 0,
    ...part,
  },
});

test('nothing different, then the reason, then how the citizen is told', () => {
  expect(missingOf({ ...preview(), lines: [] }, 'gõ nhầm', 'here')).toBe('change');
  expect(missingOf(preview({ callBack: true }), ' ab ', null)).toBe('reason');
  expect(missingOf(preview({ callBack: true }), 'gõ nhầm', null)).toBe('told');
  expect(missingOf(preview({ callBack: true }), 'gõ nhầm', 'here')).toBeNull();
});

test('with no slip in their hands nobody is asked how the citizen is told', () => {
  expect(missingOf(preview(), 'gõ nhầm', null)).toBeNull();
});

test('a message chosen before the telephone was taken out does not count', () => {
  expect(missingOf(preview({ callBack: true, mayMessage: true }), 'gõ nhầm', 'message')).toBeNull();
  expect(missingOf(preview({ callBack: true }), 'gõ nhầm', 'message')).toBe('told');
});
