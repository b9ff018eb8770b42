import { Children, type ReactElement, type ReactNode } from 'react';
import styles from './Facts.module.css';

/** Pairs of words in small type: "Nơi giải quyết", "Văn phòng HĐND và UBND phường". */
export function Facts({
  facts,
}: {
  readonly facts: readonly { readonly label: string; readonly value: ReactNode }[];
}): ReactNode {
  return (
    <dl className={styles.facts}>
      {facts.map((fact) => (
        <div key={fact.label} className={styles.fact}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The explanation beside a figure, numbered as the domain gives it. A sentence of several parts is one element: of a list each part would be numbered. */
export function Steps({ steps }: { readonly steps: readonly (string | ReactElement)[] }): ReactNode {
  return (
    <ol className={styles.steps}>
      {Children.map(steps, (step, index) => (
        <li className={styles.step}>
          <span className={styles.n}>{index + 1}</span>
          <span>{step}</span>
        </li>
      ))}
    </ol>
  );
}
