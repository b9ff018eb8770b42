import type { Part, SlipBlock, SlipTemplate } from '../template.ts';

/** What most shipped templates share. The circular's printed layout was not at hand: see mau-01.ts. */

export const sourceOf = (number: string): string => `Mẫu số ${number}, Thông tư 03/2025/TT-VPCP`;

/** Quốc hiệu and tiêu ngữ. */
export const motto: readonly (readonly Part[])[] = [
  [{ text: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', style: 'bold' }],
  [{ text: 'Độc lập - Tự do - Hạnh phúc', style: 'bold' }],
];

/** Head of a form of the shop or a unit, with its number where it has one. */
export function head(number?: readonly Part[]): SlipBlock {
  return {
    kind: 'head',
    left: [[{ field: 'authority' }], [{ field: 'centre', style: 'bold' }]],
    right: motto,
    date: [{ field: 'placeDate', style: 'italic' }],
    ...(number === undefined ? {} : { number }),
  };
}

export const numberLine: readonly Part[] = [{ text: 'Số: ' }, { field: 'number' }];

/** Mã hồ sơ under its barcode. */
export const codeCaption: readonly Part[] = [
  { text: 'Mã hồ sơ: ' },
  { field: 'code', style: 'bold' },
  { text: ' ' },
  { field: 'codeMark' },
];

/** What is printed beside a code given offline. */
export const offlineFrame: readonly Part[] = [
  { field: 'temporaryMark' },
  { text: ' ', when: 'temporaryMark' },
  { field: 'offlineMark' },
  { text: ' Mã đối chiếu ', when: 'checkCode' },
  { field: 'checkCode', style: 'bold' },
  { text: '.', when: 'checkCode' },
];

/** Head of a letter about a dossier: whose it is, its number, its code under the bars with what was given offline. */
export const letterHead: readonly SlipBlock[] = [
  head(numberLine),
  { kind: 'codes', caption: codeCaption, frame: offlineFrame },
];

/** Số điện thoại, Email. */
export const reachLine: SlipBlock = {
  kind: 'pair',
  left: [{ text: 'Số điện thoại: ' }, { field: 'phone' }],
  right: [{ text: 'Email: ' }, { field: 'email' }],
  when: 'phone',
};

/** Where to ask, behind the words that say when. */
export const contactParts: readonly Part[] = [
  { field: 'contact' },
  { text: ', số điện thoại ', when: 'contactPhone' },
  { field: 'contactPhone', style: 'bold' },
  { text: ', trang ', when: 'website' },
  { field: 'website' },
  { text: ' để được hướng dẫn.' },
];

/** Nơi nhận, and the signature of the processing unit. */
export const letterEnd: SlipBlock = {
  kind: 'letter-end',
  heading: 'Nơi nhận:',
  recipients: 'recipients',
  room: 16,
  signature: {
    title: '',
    positions: ['onBehalf', 'position'],
    hint: '(Ký, ghi rõ họ tên, đóng dấu)',
    name: 'signatory',
  },
};

/** A5, as Mẫu 01. */
export const a5: Pick<SlipTemplate, 'paper' | 'margins' | 'type'> = {
  paper: 'a5',
  margins: { top: 7.5, right: 9.5, bottom: 6.5, left: 12 },
  type: {
    body: { size: 10.65, line: 14.6 },
    head: { size: 9.45, line: 12 },
    title: { size: 12.75, line: 16 },
    table: { size: 10.2, line: 13.6 },
    note: { size: 9.5, line: 12.2 },
    foot: { size: 8.2, line: 10.5 },
  },
};

/** A4 for lists that are lying. */
export const a4Landscape: Pick<SlipTemplate, 'paper' | 'margins' | 'type'> = {
  paper: 'a4-landscape',
  margins: { top: 10, right: 10, bottom: 8, left: 12 },
  type: {
    body: { size: 11.5, line: 15.5 },
    head: { size: 11, line: 14 },
    title: { size: 15, line: 19 },
    table: { size: 9.2, line: 11.4 },
    note: { size: 10, line: 12.8 },
    foot: { size: 8.5, line: 11 },
  },
};

/** A4 upright. */
export const a4: Pick<SlipTemplate, 'paper' | 'margins' | 'type'> = {
  paper: 'a4',
  margins: { top: 13, right: 14, bottom: 11, left: 20 },
  type: {
    body: { size: 12.5, line: 17.2 },
    head: { size: 11.5, line: 14.6 },
    title: { size: 15.5, line: 19.5 },
    table: { size: 11.5, line: 14.8 },
    note: { size: 11, line: 14 },
    foot: { size: 9, line: 11.5 },
  },
};

export const signHint = '(Ký và ghi rõ họ tên)';
