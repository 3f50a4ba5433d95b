import { FARTHEST, findColumn, type NumberColumn } from '../../dataset/index.ts';
import { identifier, sql, type Sql } from './sql.ts';

/** How many stored integers make one unit of a number. */
function perUnit(name: string): number {
  return (findColumn(name)!.column as NumberColumn).perUnit;
}

const [turn, score, person] = [identifier('turn'), identifier('score'), identifier('user_id')];
const opener = sql`filter (${turn} = 0) over (partition by ${person})`;
const message = sql`partition by ${identifier('interaction_id')}, ${turn}`;

/** What the relative scores are made of: sums over the openers of a person, counts over the replies to a message. */
export const relativeParts: Sql = sql`
  count(*) ${opener} as openers,
  coalesce(sum(${score}) ${opener}, 0) as total,
  coalesce(sum(${score}::bigint * ${score}) ${opener}, 0) as squares,
  count(*) over (${message}) as replies,
  rank() over (${message} order by ${score}) - 1 as beaten,
  count(*) over (${message}, ${score}) - 1 as level`;

/** The relative scores from their parts, as stored: rounded half up. */
export const relativeColumns: Readonly<Record<string, Sql>> = {
  score_z: sql`case when openers < 2 or openers * squares = total * total then 0 else
    greatest(${-FARTHEST}, least(${FARTHEST}, floor(
      (openers * ${score} - total)::double / sqrt((openers * (openers * squares - total * total))::double / (openers - 1))
        * ${perUnit('score_z')} + 0.5))) end`,
  win_share: sql`case when ${turn} = 0 and replies > 1 then
    floor(((2 * beaten + level) * ${perUnit('win_share')})::double / (2 * (replies - 1)) + 0.5) end`
};
