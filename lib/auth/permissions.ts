import type { Role } from '@/db/schema';

/**
 * Who may do what, denied unless it stands here. A permission is checked on the server by every page, action,
 * route and API call; what a role does not hold is also not shown.
 */
const PERMISSIONS = {
  'calendar.read': ['admin', 'scheduler', 'provider', 'viewer'],
  'appointment.read': ['admin', 'scheduler', 'provider', 'viewer'],
  'appointment.create': ['admin', 'scheduler'],
  /** Moves, lengthens, gives to another provider. */
  'appointment.reschedule': ['admin', 'scheduler'],
  'appointment.cancel': ['admin', 'scheduler'],
  /** Arrived, completed, missed; a provider for their own visits only. */
  'appointment.outcome': ['admin', 'scheduler', 'provider'],
  /** Lays one appointment over another on purpose. */
  'appointment.overlap': ['admin', 'scheduler'],
  'package.read': ['admin', 'scheduler', 'provider', 'viewer'],
  'package.create': ['admin', 'scheduler'],
  /** Edits drafts, tries failed sessions again, plans the rest anew, changes who treats. */
  'package.change': ['admin', 'scheduler'],
  'package.cancel': ['admin', 'scheduler'],
  'package.problem': ['admin', 'scheduler'],
  /** A provider reads the patients that they have treated or will. */
  'patient.read': ['admin', 'scheduler', 'provider', 'viewer'],
  'patient.search': ['admin', 'scheduler'],
  'patient.create': ['admin', 'scheduler'],
  /** Takes back one's own last change, for a short time. */
  'change.undo': ['admin', 'scheduler', 'provider'],
  'account.manage': ['admin', 'scheduler', 'provider', 'viewer'],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

export function isPermitted(role: Role, permission: Permission): boolean {
  const roles: readonly Role[] = PERMISSIONS[permission];
  return roles.includes(role);
}
