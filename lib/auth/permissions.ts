import type { Role } from '@/db/schema';

/**
 * Who may do what, denied unless it stands here. A permission is checked on the server by every page, action,
 * route and API call; what a role does not hold is also not shown.
 */
const PERMISSIONS = {
  'calendar.read': ['admin', 'scheduler', 'provider', 'viewer'],
  'appointment.read': ['admin', 'scheduler', 'provider', 'viewer'],
  'appointment.create': ['admin', 'scheduler'],
  'package.read': ['admin', 'scheduler', 'provider', 'viewer'],
  'package.create': ['admin', 'scheduler'],
  'package.problem': ['admin', 'scheduler'],
  'patient.search': ['admin', 'scheduler'],
  'account.manage': ['admin', 'scheduler', 'provider', 'viewer'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export function isPermitted(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return roles.includes(role);
}
