package org.triviumcrm.sales.quote;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.StorySource;
import org.triviumcrm.identity.Viewer;

/** Quotes that customers were sent, and what they said. */
@Component
class QuoteStory implements StorySource {

    @Override
    public String key() {
        return "quote";
    }

    @Override
    public String icon() {
        return "file-text";
    }

    @Override
    public int order() {
        return 22;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("sales.quote.view");
    }

    @Override
    public String sql(Viewer viewer, Map<String, Object> parameters) {
        return """
                select e.at, e.id, e.what, e.title, null::text, e.url from (
                    select q.sent_at as at, q.id, 'SENT'::text as what, q.number || ' ' || q.name as title, '/sales/quotes/' || q.id as url
                    from quote q where q.customer_id = :customer and q.sent_at is not null and %1$s
                    union all
                    select q.state_since, -q.id, q.state::text, q.number || ' ' || q.name, '/sales/quotes/' || q.id
                    from quote q where q.customer_id = :customer and q.state in ('ACCEPTED', 'DECLINED', 'EXPIRED') and %1$s
                ) e""".formatted(StorySource.seen(viewer, "quote", "q", parameters));
    }
}
