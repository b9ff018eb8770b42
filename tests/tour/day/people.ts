import type { ReceiptContent } from '../../../contract/desk/receipt.ts';

/** Invented people of the story; nobody of these names and numbers exists. */

type Applicant = NonNullable<ReceiptContent['applicant']>;

function citizen(
  name: string,
  personalId: string,
  birthDate: string,
  sex: 'male' | 'female',
  address: string,
): Applicant {
  return {
    kind: 'citizen',
    name,
    personalId,
    oldId: '',
    birthDate,
    sex,
    address,
    phone: `09${personalId.slice(-8)}`,
    email: '',
    taxCode: '',
    source: { kind: 'card', at: '2026-11-23T07:30:00' },
  };
}

export const people = {
  birth: citizen('Trần Thị Mỹ Hạnh', '087195002311', '02/03/1995', 'female', 'Khóm 2, phường Sa Đéc, tỉnh Đồng Tháp'),
  marriage: citizen('Lê Quốc Thịnh', '087094001522', '15/07/1994', 'male', 'Khóm 4, phường Sa Đéc, tỉnh Đồng Tháp'),
  business: citizen(
    'Đỗ Thị Kim Thoa',
    '087188003407',
    '21/09/1988',
    'female',
    'Số 15, đường Hùng Vương, phường Sa Đéc',
  ),
  land: citizen('Nguyễn Văn Sáu', '087061000842', '10/10/1961', 'male', 'Khóm Tân Hòa, phường Sa Đéc, tỉnh Đồng Tháp'),
  refused: citizen('Phan Thị Cẩm', '087179003321', '05/05/1979', 'female', 'Ấp Tân Lợi, xã Tân Dương, tỉnh Đồng Tháp'),
  withdrawn: citizen('Võ Minh Trí', '087085004410', '30/01/1985', 'male', 'Khóm 1, phường Sa Đéc, tỉnh Đồng Tháp'),
  corrected: citizen('Huỳnh Ngọc Ánh', '087192007733', '18/12/1992', 'female', 'Khóm 3, phường Sa Đéc, tỉnh Đồng Tháp'),
  twoSides: citizen('Đoàn Thị Cẩm Tú', '087190002217', '08/08/1990', 'female', 'Khóm 5, phường Sa Đéc, tỉnh Đồng Tháp'),
} as const satisfies Record<string, Applicant>;

/** The son who collects the land certificate, with a power of attorney. */
export const son = citizen('Nguyễn Văn Tám', '087090005566', '11/11/1990', 'male', 'Khóm Tân Hòa, phường Sa Đéc');
