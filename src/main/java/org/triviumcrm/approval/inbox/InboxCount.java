package org.triviumcrm.approval.inbox;

import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.LiveCount;

/** What somebody has to decide, read from the index of the inbox alone; who moves a case says whose count has changed. */
@Component
class InboxCount implements LiveCount {

    @Override
    public String key() {
        return "approvals";
    }

    @Override
    public String sql() {
        return "select count(*) from (select 1 from approval_task t where t.person_id = p.id and t.state = 'OPEN' limit "
                + CAP + ") c";
    }
}
