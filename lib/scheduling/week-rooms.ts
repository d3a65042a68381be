/**
 * How a weekly limit (rule 7) enters the planner: beside the row on which a session stands, all that matters is
 * its room, the number of sessions that its week may still take after it.
 *
 * Room is counted only as far as it can be used: `limit - c` after the c-th session of the week, but no more
 * than can stand on later rows of the week at all, the smallest gap kept. No week has its c-th session on a row
 * before which fewer than c - 1 can stand. That leaves few rooms per row (two on average, where counting 1 to
 * the limit would need up to six), each of them a stand: the pair of a row and a room.
 *
 * From a stand of room `r > 0`, the next session of the same week stands on its row with the smaller of `r - 1`
 * and the most room of that row; the first session of a week has the most room of its row. Counting this way is
 * exact: when `r` was cut to what later rows can hold, what the later ones hold is again at most `r - 1`.
 */
export type WeekRooms = {
  /** `rows + 1` entries: the stands of row `r` are `from[r]` up to `from[r + 1]`, the least room first. */
  readonly from: Int32Array;
  /** The least room of each row; the rooms of its other stands follow one by one. */
  readonly least: Int32Array;
};

/** What the rows of one week can hold; `limit` 0 means that weeks have none, and rows one stand each. */
export function weekRoomsOf(
  rows: { readonly rowDay: Int32Array; readonly rowWeek: Int32Array },
  limit: number,
  minGapDays: number,
): WeekRooms {
  const count = rows.rowDay.length;
  const from = new Int32Array(count + 1);
  const least = new Int32Array(count);
  const behind = mostBefore(rows, minGapDays);
  const ahead = mostAfter(rows, minGapDays);
  for (let row = 0; row < count; row++) {
    const most = Math.min(limit - 1, ahead[row] ?? 0);
    const fewest = Math.min(most, Math.max(0, limit - 1 - (behind[row] ?? 0)));
    least[row] = limit > 0 ? fewest : 0;
    from[row + 1] = (from[row] ?? 0) + (limit > 0 ? most - fewest + 1 : 1);
  }
  return { from, least };
}

/** Whether some week has rows enough to go past the limit. */
export function canPassLimit(
  rows: { readonly rowDay: Int32Array; readonly rowWeek: Int32Array },
  limit: number,
  minGapDays: number,
): boolean {
  return mostBefore(rows, minGapDays).some((before) => before + 1 > limit);
}

/** The room of the stand of that number, which belongs to the row. */
export function roomOf({ from, least }: WeekRooms, row: number, stand: number): number {
  return (least[row] ?? 0) + stand - (from[row] ?? 0);
}

/** The stand on a row of the first session of its week: the one of most room. */
export function openingStand({ from }: WeekRooms, row: number): number {
  return (from[row + 1] ?? 0) - 1;
}

/** The stand on a row of the next session of the week in which the last one left that room, which is not 0. */
export function followingStand({ from, least }: WeekRooms, row: number, room: number): number {
  return Math.min((from[row + 1] ?? 0) - 1, (from[row] ?? 0) + room - 1 - (least[row] ?? 0));
}

/**
 * With time running backwards (`mirrored`), the stand that may come to a plan's beginning when its rest begins
 * with that stand of the row: the two share the week's limit, the session itself counting once.
 */
export function twinStand(
  rooms: WeekRooms,
  mirrored: WeekRooms,
  at: { readonly row: number; readonly stand: number; readonly limit: number },
): number {
  if (at.limit === 0) return rooms.from.length - 2 - at.row;
  const row = rooms.from.length - 2 - at.row;
  const room = at.limit - 1 - roomOf(rooms, at.row, at.stand);
  const first = mirrored.from[row] ?? 0;
  return Math.min((mirrored.from[row + 1] ?? 0) - 1, first + room - (mirrored.least[row] ?? 0));
}

/** For each row, the most sessions that can stand on earlier rows of its week, before one on the row itself. */
function mostBefore(
  { rowDay, rowWeek }: { readonly rowDay: Int32Array; readonly rowWeek: Int32Array },
  minGapDays: number,
): Int32Array {
  const most = new Int32Array(rowDay.length);
  // The last row that is early enough has the most: adding a row never lowers what fits before.
  for (let row = 0, first = 0, early = -1; row < rowDay.length; row++) {
    if (row > 0 && rowWeek[row] !== rowWeek[row - 1]) {
      first = row;
      early = row - 1;
    }
    while (early + 1 < row && (rowDay[early + 1] ?? 0) + minGapDays <= (rowDay[row] ?? 0)) early++;
    most[row] = early >= first ? (most[early] ?? 0) + 1 : 0;
  }
  return most;
}

function mostAfter(
  { rowDay, rowWeek }: { readonly rowDay: Int32Array; readonly rowWeek: Int32Array },
  minGapDays: number,
): Int32Array {
  const backwards = (axis: Int32Array) => axis.map((value) => -value).reverse();
  const flipped = { rowDay: backwards(rowDay), rowWeek: backwards(rowWeek) };
  return mostBefore(flipped, minGapDays).reverse();
}
