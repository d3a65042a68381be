import { useTranslations } from 'next-intl';
import { TextArea } from './text-area';

const REASON_LIMIT = 500;

export const isReason = (text: string): boolean => text.trim() !== '' && text.length <= REASON_LIMIT;

type ReasonFieldProps = {
  label: string;
  reason: string;
  onChange: (reason: string) => void;
  /** Whether it was sent already: from then on it says that it is needed. */
  isTried: boolean;
};

/** Why something is cancelled, in a person's own words. */
export function ReasonField({ label, reason, onChange, isTried }: ReasonFieldProps) {
  const t = useTranslations('fieldFaults');
  return (
    <TextArea
      dir="auto"
      label={label}
      value={reason}
      onChange={(event) => onChange(event.target.value)}
      rows={2}
      limit={REASON_LIMIT}
      errors={isTried && reason.trim() === '' ? [t('required')] : undefined}
    />
  );
}
