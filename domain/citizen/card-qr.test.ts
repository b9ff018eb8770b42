import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCardQr, type CardReading } from './card-qr.ts';

const EXAMPLE = '087099000001|345678901|Nguyễn Văn A|05021999|Nam|Ấp 1, Mỹ Thọ, Cao Lãnh, Đồng Tháp|20062021';
const WOMAN =
  '087196004218|341567890|Phạm Thị Thuý Hằng|14081996|Nữ|Số 12A, khóm 3, Phường 2, Sa Đéc, Đồng Tháp|09092021';

function certainName(reading: CardReading): string | null {
  return reading.kind === 'read' && reading.confidence === 'certain' ? reading.person.name : null;
}

const CP1252 = new Map(
  Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ', (letter, at) => [at + 0x80, letter]),
);
const utf8As = (letter: string, page: ReadonlyMap<number, string>): string =>
  Array.from(new TextEncoder().encode(letter), (byte) => page.get(byte) ?? String.fromCharCode(byte)).join('');
test('the card of 2021 is read with all its fields', () => {
  expect(readCardQr(`]Q1${WOMAN}\r`)).toEqual({
    kind: 'read',
    person: {
      personalId: '087196004218',
      oldId: '341567890',
      name: 'Phạm Thị Thuý Hằng',
      birthDate: '1996-08-14',
      sex: 'female',
      address: 'Số 12A, khóm 3, Phường 2, Sa Đéc, Đồng Tháp',
      issueDate: '2021-09-09',
    },
    format: 'cccd-2021',
    confidence: 'certain',
    repairs: [],
    extra: [],
  });
});

test('an empty old number is no old number', () => {
  const reading = readCardQr(EXAMPLE.replace('345678901', ''));
  expect(reading).toMatchObject({ kind: 'read', person: { oldId: null }, confidence: 'certain' });
});

test('the office is asked for a name with VNI digits, in the words of QR-01', () => {
  const reading = readCardQr(EXAMPLE.replace('Nguyễn', 'Nguye64n'));
  expect(reading).toEqual({
    kind: 'ask',
    problem: {
      code: 'QR-01',
      found: 'Nguye64n',
      text: {
        vi: 'Mã thẻ đọc bị sai dấu: “Nguye64n”. Chưa điền gì vào hồ sơ.',
        en: 'The card code was read with broken marks: “Nguye64n”. Nothing has been filled in.',
      },
      todo: { vi: 'Quét lại mặt sau, hoặc gõ họ tên.', en: 'Scan the back again, or type the name.' },
    },
    partial: { personalId: '087099000001', oldId: '345678901', birthDate: '1999-02-05', issueDate: '2021-06-20' },
  });
});

test.each([
  'Nguy7877n',
  'Nguyê#n',
  'Nguy?n',
  'Nguy\ufffdn',
  'Nguye^~n',
  'Nguyeenx',
  'Nguyeexn',
  'Ha\u0300\u00a0',
  'HÃ\u00a0',
  "Ba'",
])('the damaged word %s is asked for', (word) => {
  const reading = readCardQr(EXAMPLE.replace('Nguyễn', word));
  expect(reading).toMatchObject({ kind: 'ask', problem: { code: 'QR-01' } });
});

test.each([
  'Ấp 1, M7929 Th7885, Cao L227nh',
  '?p 1, M? Th?, Cao Lãnh, Ð?ng Tháp',
  'A61p 1, My4 Tho5',
  'áº¤p 1, Mỹ Thọ',
])('an address with broken marks is asked for: %s', (residence) => {
  expect(readCardQr(EXAMPLE.replace('Ấp 1, Mỹ Thọ, Cao Lãnh, Đồng Tháp', residence))).toMatchObject({
    kind: 'ask',
    problem: { code: 'QR-01' },
  });
});

test.each([
  'Số 12/3B, KP3, TT. Sa Rài, Tân Hồng',
  'Đường ĐT848, xã Tân Khánh Đông',
  'Lô B12A, QL1A, Mỹ Tho, Bình Đức',
  '25 bis, Nguyễn Huệ, Mỹ Tho',
])('a usual address is certain: %s', (residence) => {
  const reading = readCardQr(EXAMPLE.replace('Ấp 1, Mỹ Thọ, Cao Lãnh, Đồng Tháp', residence));
  expect(reading).toMatchObject({ kind: 'read', confidence: 'certain', person: { address: residence } });
});

test('a whole card of UTF-8 read in another code page is turned back and shown for confirming', () => {
  const cp1258 = new Map([
    ...CP1252,
    [0xc3, 'Ă'],
    [0xd0, 'Đ'],
    [0xd5, 'Ơ'],
    [0xdd, 'Ư'],
    [0xe3, 'ă'],
    [0xf0, 'đ'],
    [0xf5, 'ơ'],
    [0xfd, 'ư'],
  ]);
  for (const page of [CP1252, cp1258, new Map<number, string>()]) {
    const reading = readCardQr(utf8As(WOMAN, page));
    expect(reading).toMatchObject({
      kind: 'read',
      person: { name: 'Phạm Thị Thuý Hằng', sex: 'female' },
      confidence: 'confirm',
      repairs: [{ kind: 'mojibake' }],
    });
  }
});

test.each(['nGUYỄN vĂN a', 'nGUYễN văN a', 'nguyễn văn a'])(
  'Caps Lock is turned back and shown for confirming: %s',
  (typed) => {
    const reading = readCardQr(EXAMPLE.replace('Nguyễn Văn A', typed).replace('Nam', 'nAM'));
    expect(reading).toMatchObject({
      kind: 'read',
      person: { name: 'Nguyễn Văn A', sex: 'male' },
      confidence: 'confirm',
      repairs: [{ kind: 'letter-case' }],
    });
  },
);

test('capitals in the middle of a word are what is left of other letters, and are asked for', () => {
  expect(readCardQr(EXAMPLE.replace('Văn', 'VãN'))).toMatchObject({ kind: 'ask', problem: { code: 'QR-01' } });
});

test('a name in capitals stays as it is', () => {
  expect(certainName(readCardQr(EXAMPLE.replace('Nguyễn Văn A', 'NGUYỄN VĂN A')))).toBe('NGUYỄN VĂN A');
});

test.each(['~', '§', '>', '\t', '', '\n'])(
  'the separator %j in place of | is understood and shown for confirming',
  (sign) => {
    expect(readCardQr(WOMAN.replaceAll('|', sign))).toMatchObject({
      kind: 'read',
      person: {
        personalId: '087196004218',
        oldId: '341567890',
        name: 'Phạm Thị Thuý Hằng',
        birthDate: '1996-08-14',
        sex: 'female',
        issueDate: '2021-09-09',
      },
      confidence: 'confirm',
      repairs: [{ kind: 'separator' }],
    });
  },
);

test('Nữ without its mark is taken from the number and shown for confirming', () => {
  expect(readCardQr(WOMAN.replace('Nữ', 'N?'))).toMatchObject({
    kind: 'read',
    person: { sex: 'female' },
    confidence: 'confirm',
    repairs: [{ kind: 'sex' }],
  });
  expect(readCardQr(EXAMPLE.replace('Nam', 'N?'))).toMatchObject({ person: { sex: null }, confidence: 'confirm' });
});

test('a name with spaces where none belong is shown for confirming: a letter may have stood there', () => {
  for (const name of ['Nguyễn  Văn A', 'Nguyễn Văn A ']) {
    const reading = readCardQr(EXAMPLE.replace('Nguyễn Văn A', name));
    expect(reading).toMatchObject({ kind: 'read', person: { name: 'Nguyễn Văn A' }, confidence: 'confirm' });
  }
});

test('a number that speaks of another sex or year is shown for confirming', () => {
  expect(readCardQr(EXAMPLE.replace('087099', '087199'))).toMatchObject({ kind: 'read', confidence: 'confirm' });
  expect(readCardQr(EXAMPLE.replace('05021999', '05021998'))).toMatchObject({ kind: 'read', confidence: 'confirm' });
});

test('a name of another people is shown for confirming, never refused', () => {
  for (const name of ["H'Hen Niê", 'Y-Bhốt Kbuôr', 'Jessica Nguyễn', 'Kpă Ksor Đíp']) {
    expect(readCardQr(EXAMPLE.replace('Nguyễn Văn A', name))).toMatchObject({
      kind: 'read',
      person: { name },
      confidence: 'confirm',
    });
  }
});

test('a name without marks is certain only beside letters that prove that marks come through', () => {
  expect(certainName(readCardQr(EXAMPLE.replace('Nguyễn Văn A', 'Cao Minh Anh')))).toBe('Cao Minh Anh');
  const bareCard = '087099000001||Cao Minh Anh|05021999|Nam|An Phong, Thanh Bình|20062021';
  expect(readCardQr(bareCard)).toMatchObject({ kind: 'read', confidence: 'confirm' });
});

test('the fields of a 2024 card are found in any order and shown for confirming', () => {
  const fields = [
    'Phạm Thị Thuý Hằng',
    'Nữ',
    '14081996',
    'Khóm 3, Phường 2, Sa Đéc, Đồng Tháp',
    '05072024',
    '341567890',
  ];
  fc.assert(
    fc.property(fc.shuffledSubarray(fields, { minLength: fields.length }), (order) => {
      expect(readCardQr(['087196004218', ...order].join('|'))).toEqual({
        kind: 'read',
        person: {
          personalId: '087196004218',
          oldId: '341567890',
          name: 'Phạm Thị Thuý Hằng',
          birthDate: '1996-08-14',
          sex: 'female',
          address: 'Khóm 3, Phường 2, Sa Đéc, Đồng Tháp',
          issueDate: '2024-07-05',
        },
        format: 'can-cuoc-2024',
        confidence: 'confirm',
        repairs: [],
        extra: [],
      });
    }),
  );
});

test('fields behind the known seven are kept as extra', () => {
  const reading = readCardQr(`${WOMAN.replace('09092021', '05072024')}|Phạm Văn Bình|Lê Thị Hoa||`);
  expect(reading).toMatchObject({
    kind: 'read',
    format: 'can-cuoc-2024',
    confidence: 'confirm',
    extra: ['Phạm Văn Bình', 'Lê Thị Hoa'],
    person: { name: 'Phạm Thị Thuý Hằng' },
  });
});

test('a 2024 card with a broken name is asked for', () => {
  const reading = readCardQr('087196004218|Pham5 Thi5 Thuy1|Nu74|14081996|Khóm 3, Phường 2|05072024');
  expect(reading).toMatchObject({ kind: 'ask', problem: { code: 'QR-01' } });
});

test('a card cut short is asked for', () => {
  expect(readCardQr('087196004218|341567890|')).toMatchObject({ kind: 'ask', problem: { code: 'QR-02' } });
  expect(readCardQr('08719600|341567890|Phạm Thị Hằng|14081996|Nữ|Sa Đéc|09092021')).toMatchObject({
    kind: 'ask',
    problem: { code: 'QR-02' },
  });
});

test.each(['', 'H20.57-261123-0304', '087196004218', 'https://motcua.example/x?y=1', 'Nguyễn Văn A'])(
  '%j is no card',
  (raw) => {
    expect(readCardQr(raw)).toEqual({ kind: 'not-a-card' });
  },
);

test('whatever is scanned gives a reading and throws nothing', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom('|', '0', '1', 'a', 'ễ', ' ', '?') })),
      (raw) => {
        expect(['read', 'ask', 'not-a-card']).toContain(readCardQr(raw).kind);
      },
    ),
    { numRuns: 2000 },
  );
});
