import { type ExpressionBuilder, sql } from 'kysely';
import type { Instant } from '@/lib/time/instant';
import type { Schema } from '../schema';
import { LONGEST_VISIT_MS } from './deliberate-overlaps';

type OfAppointment = ExpressionBuilder<Schema, 'appointment'>;

/*
 * A visit is to come until it ends, and past from then on: who is being treated right now is not behind us. The
 * end decides; the start, which follows from it, is said as well, since the lists are read by their start. The end
 * stands in a sum, or SQLite reads the visits of each patient by their end and puts all of them in order.
 */

export const isToCome = (eb: OfAppointment, now: Instant) =>
  eb.and([
    eb('appointment.start_at', '>', now - LONGEST_VISIT_MS),
    sql<boolean>`appointment.end_at + 0 > ${now}`,
  ]);

export const isPast = (eb: OfAppointment, now: Instant) =>
  eb.and([eb('appointment.start_at', '<', now), eb('appointment.end_at', '<=', now)]);
