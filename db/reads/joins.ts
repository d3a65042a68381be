import type { SelectQueryBuilder } from 'kysely';
import type { Schema } from '../schema';

/*
 * The rows around an appointment and a package, joined in one place. What a statement does not select of the left
 * joins, both databases leave out by themselves.
 */

/** An appointment with patient, provider and clinic, and where it has them room, service, session and package. */
export const withWhoAndWhere = (appointments: SelectQueryBuilder<Schema, 'appointment', object>) =>
  appointments
    .innerJoin('patient', (join) =>
      join
        .onRef('patient.tenant_id', '=', 'appointment.tenant_id')
        .onRef('patient.id', '=', 'appointment.patient_id'),
    )
    .innerJoin('provider', (join) =>
      join
        .onRef('provider.tenant_id', '=', 'appointment.tenant_id')
        .onRef('provider.id', '=', 'appointment.provider_id'),
    )
    .innerJoin('clinic', (join) =>
      join
        .onRef('clinic.tenant_id', '=', 'appointment.tenant_id')
        .onRef('clinic.id', '=', 'appointment.clinic_id'),
    )
    .leftJoin('room', (join) =>
      join.onRef('room.tenant_id', '=', 'appointment.tenant_id').onRef('room.id', '=', 'appointment.room_id'),
    )
    .leftJoin('service_type', (join) =>
      join
        .onRef('service_type.tenant_id', '=', 'appointment.tenant_id')
        .onRef('service_type.id', '=', 'appointment.service_type_id'),
    )
    .leftJoin('session', (join) =>
      join
        .onRef('session.tenant_id', '=', 'appointment.tenant_id')
        .onRef('session.appointment_id', '=', 'appointment.id'),
    )
    .leftJoin('package', (join) =>
      join
        .onRef('package.tenant_id', '=', 'session.tenant_id')
        .onRef('package.id', '=', 'session.package_id'),
    );

/** A package with its patient, clinic and service. */
export const withWhomAndWhat = (packages: SelectQueryBuilder<Schema, 'package', object>) =>
  packages
    .innerJoin('patient', (join) =>
      join
        .onRef('patient.tenant_id', '=', 'package.tenant_id')
        .onRef('patient.id', '=', 'package.patient_id'),
    )
    .innerJoin('clinic', (join) =>
      join.onRef('clinic.tenant_id', '=', 'package.tenant_id').onRef('clinic.id', '=', 'package.clinic_id'),
    )
    .innerJoin('service_type', (join) =>
      join
        .onRef('service_type.tenant_id', '=', 'package.tenant_id')
        .onRef('service_type.id', '=', 'package.service_type_id'),
    );
