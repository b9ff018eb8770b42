import { mau02 } from '../../domain/form/mau-02.ts';
import { mau02Samples } from '../../domain/form/mau-02-examples.ts';
import { mau03 } from '../../domain/form/mau-03.ts';
import { mau03Samples } from '../../domain/form/mau-03-examples.ts';
import { mau04 } from '../../domain/form/mau-04.ts';
import { mau04Samples } from '../../domain/form/mau-04-examples.ts';
import { mau05 } from '../../domain/form/mau-05.ts';
import { mau05Samples } from '../../domain/form/mau-05-examples.ts';
import { mau02Template } from '../../domain/form/templates/mau-02.ts';
import { mau03Template } from '../../domain/form/templates/mau-03.ts';
import { mau04Template } from '../../domain/form/templates/mau-04.ts';
import { mau05Template } from '../../domain/form/templates/mau-05.ts';
import type { SlipCase } from './cases.ts';

/** Slips with the longest texts the wire lets in: one row, one paragraph, one item taller than a page. */

const long = (characters: number): string =>
  Array.from({ length: Math.ceil(characters / 40) }, (_, at) => `điều ${at + 1} quyền sử dụng đất đường nguyễn chuyển`)
    .join(' ')
    .slice(0, characters)
    .trim();

/** One word without a space, as a broken scanner types it. */
const endless = 'Đ'.repeat(900);

const demand = {
  originals: 1,
  certified: 0,
  copies: 1,
  name: long(1000),
  bring: long(500),
  reason: long(500),
};

export const tallSlips: readonly SlipCase[] = [
  {
    name: 'tall mau-02',
    template: mau02Template,
    values: mau02({
      ...mau02Samples.usual,
      demands: [demand, { ...demand, name: endless }, demand],
      reason: long(2000),
    }),
  },
  {
    name: 'tall mau-03',
    template: mau03Template,
    values: mau03({ ...mau03Samples.usual, reason: long(2000), legalBasis: long(1000) }),
  },
  {
    name: 'tall mau-04',
    template: mau04Template,
    values: mau04({ ...mau04Samples.usual, reason: long(2000) }),
  },
  {
    name: 'tall mau-05',
    template: mau05Template,
    values: mau05({ ...mau05Samples.usual, papersBack: [long(1000), endless, long(3900), 'Đơn'] }),
  },
];
