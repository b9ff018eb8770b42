import { nothingChanged, row } from './row.ts';

/** DC: đính chính, putting right what was received. */
export const correctionProblems = {
  'DC-01': row(['{why}.', 'This dossier cannot be corrected here.'], nothingChanged, [
    'Ghi chú vào hồ sơ, hoặc hỏi nơi đã tiếp nhận.',
    'Write a note on the dossier, or ask the office that received it.',
  ]),
  'DC-02': row(['Chưa có gì khác với hồ sơ đang lưu.', 'Nothing is different from what is kept.'], nothingChanged, [
    'Sửa mục ghi sai rồi lưu.',
    'Change what is wrong, then save.',
  ]),
  'DC-03': row(['{why}.', 'This dossier cannot be cancelled here.'], nothingChanged, [
    'Ghi chú vào hồ sơ, hoặc hỏi nơi đã tiếp nhận.',
    'Write a note on the dossier, or ask the office that received it.',
  ]),
  'DC-04': row(['Không gộp được vào hồ sơ này.', 'It cannot be merged into that dossier.'], nothingChanged, [
    'Chọn hồ sơ đã tiếp nhận, đang còn giải quyết.',
    'Choose a dossier that was received and is still open.',
  ]),
} as const;
