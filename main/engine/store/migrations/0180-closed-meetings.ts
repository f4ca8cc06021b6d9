import { sql } from '../sql.ts'
import type { Migration } from './migration.ts'

/** A closed meeting stays as its minutes tell it: who presided, who was there, who withdrew, the minutes themselves. */
export const closedMeetings: Migration = {
  number: 180,
  name: 'closed-meetings',
  up(db) {
    db.script(sql`
      create trigger plenaries_closed_fixed before update on plenaries when old.state = 'closed'
      begin select raise(abort, 'a closed meeting is never changed'); end;
      create trigger plenaries_no_delete before delete on plenaries when old.state <> 'planned'
      begin select raise(abort, 'a meeting is never deleted'); end;
      create trigger attendance_closed_fixed before update on plenary_attendance
      when (select state from plenaries where id = old.plenary_id) = 'closed'
      begin select raise(abort, 'a closed meeting is never changed'); end;
      create trigger attendance_closed_stays before delete on plenary_attendance
      when (select state from plenaries where id = old.plenary_id) = 'closed'
      begin select raise(abort, 'a closed meeting is never changed'); end;
      create trigger recusals_closed_none_added before insert on recusals
      when (select state from plenaries where id = new.plenary_id) = 'closed'
      begin select raise(abort, 'a closed meeting is never changed'); end;
      create trigger recusals_closed_fixed before update on recusals
      when (select state from plenaries where id = old.plenary_id) = 'closed'
      begin select raise(abort, 'a closed meeting is never changed'); end;
      create trigger recusals_closed_stay before delete on recusals
      when (select state from plenaries where id = old.plenary_id) = 'closed'
      begin select raise(abort, 'a closed meeting is never changed'); end;
    `)
  },
}
