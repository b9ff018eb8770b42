import type { ReactNode } from 'react';
import { BeforeWork } from './BeforeWork.tsx';
import styles from './TwoSides.module.css';

export interface TwoSidesProps {
  /** What is so: the centre, the day, the machine. */
  readonly left: ReactNode;
  /** What there is to do. */
  readonly children: ReactNode;
}

/** The screens before work: what is so on the left, the one thing to do on the right. */
export function TwoSides({ left, children }: TwoSidesProps): ReactNode {
  return (
    <BeforeWork>
      <div className={styles.sides}>
        <div className={styles.left}>
          <div className={styles.known}>{left}</div>
        </div>
        <div className={styles.right}>
          <div className={styles.work}>{children}</div>
        </div>
      </div>
    </BeforeWork>
  );
}

/** The head of the left side: a line above, then the name of the place. */
export function PlaceHead({ above, name }: { readonly above: string; readonly name: string }): ReactNode {
  return (
    <div className={styles.place}>
      <p className={styles.above}>{above}</p>
      <h1 className={styles.name}>{name}</h1>
    </div>
  );
}

export interface SideFact {
  readonly label: string;
  readonly fact: ReactNode;
  readonly detail?: ReactNode;
}

/** Label, the fact, and a smaller line that explains it. */
export function SideFacts({ facts }: { readonly facts: readonly SideFact[] }): ReactNode {
  return (
    <dl className={styles.facts}>
      {facts.map(({ label, fact, detail }) => (
        <div key={label} className={styles.fact}>
          <dt className={styles.label}>{label}</dt>
          <dd>
            <p className={styles.value}>{fact}</p>
            {detail !== undefined && <p className={styles.detail}>{detail}</p>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What there is to do, as the head of the right side. */
export function SideTitle({ children }: { readonly children: string }): ReactNode {
  return <h2 className={styles.title}>{children}</h2>;
}
