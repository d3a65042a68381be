import type { FieldFaults } from '@/lib/result/field-faults';

const TITLES = {
  400: 'The request is not valid',
  401: 'Sign in first',
  403: 'Your role does not allow this',
  404: 'Not found',
  409: 'This conflicts with what is stored',
  413: 'The request is too large',
  415: 'The request is not JSON',
  500: 'Something went wrong on our side',
} as const;

export type ProblemStatus = keyof typeof TITLES;

/**
 * An RFC 9457 answer. `code` is stable and for programs, `fields` names faulty input by its path, `state` what
 * stands in the way.
 */
export function problem(
  status: ProblemStatus,
  code: string,
  more: { detail?: string; fields?: FieldFaults; reference?: string; state?: string | null } = {},
): Response {
  return Response.json(
    { type: 'about:blank', title: TITLES[status], status, code, ...more },
    { status, headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' } },
  );
}
