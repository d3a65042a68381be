import { redirect } from 'next/navigation';
import { pageScope } from './session';

/** Who comes next is where a day begins. */
export default async function HomePage() {
  await pageScope('appointment.read');
  redirect('/today');
}
