import { X } from 'lucide-react';
import { chipClass } from './chip-style';

type ToggleChipProps = { label: string; isOn: boolean; onChange: (isOn: boolean) => void };

/** A filter that is on or off. */
export function ToggleChip({ label, isOn, onChange }: ToggleChipProps) {
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={() => onChange(!isOn)}
      className={`target cursor-pointer items-center gap-1.5 whitespace-nowrap ps-3 ${isOn ? 'pe-2 font-medium' : 'pe-3'} ${chipClass(isOn)} items-center!`}
    >
      {label}
      {isOn ? <X aria-hidden className="size-3.5 text-soft" /> : null}
    </button>
  );
}
