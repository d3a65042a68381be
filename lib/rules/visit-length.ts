/** How long a visit may be that is booked or moved here; known to the forms before the schemas are there. */
export const SHORTEST_VISIT_MINUTES = 5;
export const LONGEST_VISIT_MINUTES = 480;
