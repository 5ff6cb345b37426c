package org.triviumcrm.support.queue;

import org.springframework.stereotype.Component;
import org.triviumcrm.identity.SharedGroups;

/** Whoever is a member of a queue sees the talks that came into it. */
@Component
class ChatMemberQueues implements SharedGroups {

    @Override
    public String type() {
        return "chat";
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
