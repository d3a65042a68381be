import { AttentionSummary } from '@/components/attention/attention-summary';
import { AwayToday } from '@/components/today/away-today';
import type { TenantScope } from '@/db/scope';
import { summariseAttention } from '@/lib/attention/summarise-attention';
import type { ShownToday } from '@/lib/today/show-today';

type TodayAttentionProps = { scope: TenantScope; shown: ShownToday; clinicId: string };

/** The column beside the day. */
export async function TodayAttention({ scope, shown, clinicId }: TodayAttentionProps) {
  const summary = await summariseAttention(scope, { clinicId });
  return (
    <aside className="flex flex-col gap-6">
      <AttentionSummary summary={summary} />
      <AwayToday away={shown.away} />
    </aside>
  );
}
