package org.triviumcrm.support.ticket;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.StorySource;
import org.triviumcrm.identity.Viewer;

/** What customers asked for, and when it was solved. */
@Component
class TicketStory implements StorySource {

    @Override
    public String key() {
        return "ticket";
    }

    @Override
    public String icon() {
        return "ticket";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("support.ticket.view");
    }

    @Override
    public String sql(Viewer viewer, Map<String, Object> parameters) {
        String seen = StorySource.seen(viewer, TicketList.NOUN, "t", parameters);
        return """
                select t.created_at, -t.id, 'OPENED'::text, '#' || t.number || ' ' || t.name, null::text, '/support/tickets/' || t.id
                from ticket t where t.customer_id = :customer and %1$s
                union all
                select e.at, e.id, 'SOLVED'::text, '#' || t.number || ' ' || t.name, null::text, '/support/tickets/' || t.id
                from ticket t join ticket_event e on e.ticket_id = t.id and e.kind = 'STATUS' and e.becomes = 'SOLVED'
                where t.customer_id = :customer and %1$s""".formatted(seen);
    }
}
