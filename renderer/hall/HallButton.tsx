import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Button } from '../ui/Button.tsx';
import { HallDialog } from './HallDialog.tsx';

/** Leads to the hall's machines: open, pair, hand over. */
export function HallButton(): ReactNode {
  const t = useTranslations('hall');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="small" wide onPress={() => setOpen(true)}>
        {t('open')}
      </Button>
      {isOpen && <HallDialog onClose={() => setOpen(false)} />}
    </>
  );
}
