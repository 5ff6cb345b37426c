package org.triviumcrm.support.chat;

import org.springframework.stereotype.Component;
import org.triviumcrm.messaging.LiveCount;

/** Beside the desk: own talks in which something is unread, and those that wait in one's queues. */
@Component
class WaitingChats implements LiveCount {

    @Override
    public String key() {
        return "chats";
    }

    @Override
    public String sql() {
        return """
                select count(*) from (
                    (select 1 from chat c where c.owner_id = p.id and c.state = 'ACTIVE' and c.visitor_seq > c.read_seq limit %1$d)
                    union all
                    (select 1 from chat c where c.state = 'WAITING' and c.queue_id in (select m.queue_id from ticket_queue_member m where m.person_id = p.id) limit %1$d)
                    limit %1$d) c""".formatted(CAP);
    }
}
