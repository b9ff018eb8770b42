import { cashListSlip } from './cash-list.ts';
import { cashListSlipSamples } from './cash-list-examples.ts';
import { dayClose } from './day-close.ts';
import { dayCloseSamples } from './day-close-examples.ts';
import { guidanceSheet } from './guidance-sheet.ts';
import { guidanceSheetSamples } from './guidance-sheet-examples.ts';
import { handoverList } from './handover-list.ts';
import { handoverListSamples } from './handover-list-examples.ts';
import { mau01 } from './mau-01.ts';
import { samples as mau01Samples } from './mau-01-examples.ts';
import { mau02 } from './mau-02.ts';
import { mau02Samples } from './mau-02-examples.ts';
import { mau03 } from './mau-03.ts';
import { mau03Samples } from './mau-03-examples.ts';
import { mau04 } from './mau-04.ts';
import { mau04Samples } from './mau-04-examples.ts';
import { mau05 } from './mau-05.ts';
import { mau05Samples } from './mau-05-examples.ts';
import { mau06 } from './mau-06.ts';
import { mau06Samples } from './mau-06-examples.ts';
import { mau07 } from './mau-07.ts';
import { mau07Samples } from './mau-07-examples.ts';
import type { SlipForm, SlipValues } from './slip-values.ts';

/** The usual slip of each form, of invented people: what a template is looked at with. */
export const usualSlips: Readonly<Record<SlipForm, () => SlipValues>> = {
  '01': () => mau01(mau01Samples.usual),
  '02': () => mau02(mau02Samples.usual),
  '03': () => mau03(mau03Samples.usual),
  '04': () => mau04(mau04Samples.usual),
  '05': () => mau05(mau05Samples.usual),
  '06': () => mau06(mau06Samples.usual),
  '07': () => mau07(mau07Samples.usual),
  'handover-list': () => handoverList(handoverListSamples.usual),
  'guidance-sheet': () => guidanceSheet(guidanceSheetSamples.usual),
  'day-close': () => dayClose(dayCloseSamples.usual),
  'cash-list': () => cashListSlip(cashListSlipSamples.usual),
};
