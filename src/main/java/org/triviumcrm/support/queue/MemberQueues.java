package org.triviumcrm.support.queue;

import org.springframework.stereotype.Component;
import org.triviumcrm.identity.SharedGroups;

/** Whoever is a member of a queue sees and works on what is in it. */
@Component
class MemberQueues implements SharedGroups {

    @Override
    public String type() {
        return "ticket";
    }

    @Override
    public String column() {
        return "queue_id";
    }

    @Override
    public String sql() {
        return "select m.queue_id as id from ticket_queue_member m where m.person_id = p.id";
    }
}
