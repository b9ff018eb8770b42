import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { slipForms } from '../../../domain/form/slip-values.ts';
import { formNames } from '../../../domain/form/form-names.ts';
import { useSay } from '../../app/say.ts';
import { plainDate } from '../../ui/format.ts';
import { List } from '../../ui/List.tsx';
import lists from '../AdminLists.module.css';
import type { EditionRow } from './editions.ts';

/** Every form with its editions, the newest first. */
export function TemplateList(props: {
  readonly rows: readonly EditionRow[];
  readonly current: string | null;
  readonly onCurrent: (id: string) => void;
  readonly onOpen: (row: EditionRow) => void;
  /** Forms whose new edition was begun and is not published. */
  readonly begun: (row: EditionRow) => boolean;
}): ReactNode {
  const t = useTranslations('template');
  const say = useSay();
  return (
    <List
      label={t('title')}
      groups={slipForms.map((form) => {
        const { label, name } = formNames[form];
        const head = label.vi === name.vi ? say(name) : `${say(label)}, ${say(name)}`;
        return { key: form, head, rows: props.rows.filter((row) => row.form === form) };
      })}
      rowKey={(row) => row.id}
      current={props.current}
      onCurrent={props.onCurrent}
      onOpen={props.onOpen}
      columns={[
        {
          key: 'number',
          head: t('edition'),
          className: lists.role,
          cell: (row) => <b>{t('editionOf', { n: row.number })}</b>,
        },
        { key: 'from', head: t('from'), className: lists.role, cell: (row) => plainDate(row.validFrom) },
        {
          key: 'by',
          head: t('by'),
          className: lists.does,
          cell: ({ published }) =>
            published === null
              ? t('shipped')
              : t(published.office === null ? 'byProvince' : 'byOffice', { name: published.publishedBy }),
        },
        {
          key: 'state',
          head: t('state'),
          className: lists.state,
          cell: (row) =>
            props.begun(row) ? <span className={lists.unsaved}>{t('begun')}</span> : t(`states.${row.state}`),
        },
      ]}
    />
  );
}
