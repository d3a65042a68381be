import appointment from './en/appointment.json';
import assignments from './en/assignments.json';
import attention from './en/attention.json';
import booking from './en/booking.json';
import calendar from './en/calendar.json';
import common from './en/common.json';
import errors from './en/errors.json';
import fieldFaults from './en/field-faults.json';
import lists from './en/lists.json';
import newPatient from './en/new-patient.json';
import packages from './en/packages.json';
import patients from './en/patients.json';
import reasons from './en/reasons.json';
import replan from './en/replan.json';
import roles from './en/roles.json';
import search from './en/search.json';
import shell from './en/shell.json';
import signIn from './en/sign-in.json';
import states from './en/states.json';
import today from './en/today.json';

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
