package org.triviumcrm.messaging.notice;

import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.LiveCount;

/** The number at the bell. */
@Component
class UnreadNotices implements LiveCount {

    @Override
    public String key() {
        return "notices";
    }

    @Override
    public String sql() {
        return "select count(*) from (select 1 from notice n where n.person_id = p.id and n.read_at is null limit "
                + CAP + ") c";
    }
}
