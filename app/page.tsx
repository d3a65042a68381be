import { redirect } from 'next/navigation';
import { pageScope } from './session';

/** The calendar is where a day begins. */
export default async function HomePage() {
  await pageScope('calendar.read');
  redirect('/calendar');
}
