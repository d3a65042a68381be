import StaffForbidden from './(staff)/forbidden';

export default function Forbidden() {
  return (
    <main>
      <StaffForbidden />
    </main>
  );
}
