import type { ReactNode } from 'react';
import type { CallOutput } from '../../contract/desk.ts';
import { useSay } from '../app/say.ts';
import styles from './Stations.module.css';

/** Why a dossier stands where it does, and what the officer does about it. */
export function StandReasons({
  reasons,
}: {
  readonly reasons: CallOutput<'dossier.get'>['stand']['reasons'];
}): ReactNode {
  const say = useSay();
  if (reasons.length === 0) return null;
  return (
    <ul className={styles.reasons}>
      {reasons.map(({ code, what, todo }) => (
        <li key={code}>
          {say(what)} <b>{say(todo)}</b>
        </li>
      ))}
    </ul>
  );
}
