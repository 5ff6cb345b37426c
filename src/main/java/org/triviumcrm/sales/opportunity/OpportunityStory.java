package org.triviumcrm.sales.opportunity;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.StorySource;
import org.triviumcrm.identity.Viewer;

/** What customers were offered, and how it ended. */
@Component
class OpportunityStory implements StorySource {

    @Override
    public String key() {
        return "opportunity";
    }

    @Override
    public String icon() {
        return "target";
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("sales.opportunity.view");
    }

    @Override
    public String sql(Viewer viewer, Map<String, Object> parameters) {
        String seen = StorySource.seen(viewer, "opportunity", "o", parameters);
        return """
                select o.created_at, -o.id, 'CREATED'::text, o.name::text, null::text, '/sales/opportunities/' || o.id
                from opportunity o where o.customer_id = :customer and %1$s
                union all
                select s.at, s.id, s.to_state::text, o.name::text, s.reason::text, '/sales/opportunities/' || o.id
                from opportunity o join state_change s on s.opportunity_id = o.id and s.to_state <> s.from_state
                where o.customer_id = :customer and %1$s""".formatted(seen);
    }
}
