import type { DeskContext } from '../context.ts';
import { mau01Builder } from './mau-01.ts';
import { mau02Builder } from './mau-02.ts';
import { mau03Builder } from './mau-03.ts';
import { mau04Builder } from './mau-04.ts';
import { mau05Builder } from './mau-05.ts';
import { mau06Builder } from './mau-06.ts';
import type { SlipBuilders } from './order.ts';

/** The official forms of a dossier this desk can fill in. */
export function slipBuilders(context: DeskContext): SlipBuilders {
  return {
    '01': mau01Builder(context),
    '02': mau02Builder(context),
    '03': mau03Builder(context),
    '04': mau04Builder(context),
    '05': mau05Builder(context),
    '06': mau06Builder(context),
  };
}
