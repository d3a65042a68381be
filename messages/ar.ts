import appointment from './ar/appointment.json';
import assignments from './ar/assignments.json';
import attention from './ar/attention.json';
import booking from './ar/booking.json';
import calendar from './ar/calendar.json';
import common from './ar/common.json';
import errors from './ar/errors.json';
import fieldFaults from './ar/field-faults.json';
import lists from './ar/lists.json';
import newPatient from './ar/new-patient.json';
import packages from './ar/packages.json';
import patients from './ar/patients.json';
import reasons from './ar/reasons.json';
import replan from './ar/replan.json';
import roles from './ar/roles.json';
import search from './ar/search.json';
import shell from './ar/shell.json';
import signIn from './ar/sign-in.json';
import states from './ar/states.json';
import today from './ar/today.json';

export default {
  appointment,
  assignments,
  attention,
  booking,
  calendar,
  common,
  errors,
  fieldFaults,
  lists,
  newPatient,
  packages,
  patients,
  reasons,
  replan,
  roles,
  search,
  shell,
  signIn,
  states,
  today,
};
