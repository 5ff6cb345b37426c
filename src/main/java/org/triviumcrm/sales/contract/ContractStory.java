package org.triviumcrm.sales.contract;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.StorySource;
import org.triviumcrm.identity.Viewer;

/** Contracts and amendments that were signed with customers, and how they ended. */
@Component
class ContractStory implements StorySource {

    @Override
    public String key() {
        return "contract";
    }

    @Override
    public String icon() {
        return "signature";
    }

    @Override
    public int order() {
        return 24;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("sales.contract.view");
    }

    @Override
    public boolean daysOnly() {
        return true;
    }

    @Override
    public String sql(Viewer viewer, Map<String, Object> parameters) {
        return """
                select e.day::timestamp at time zone :zone, e.id, e.what, e.title, e.detail, e.url from (
                    select k.signed_on as day, k.id, case k.revision when 1 then 'SIGNED' else 'AMENDED' end as what,
                        k.number || ' ' || k.name as title, null::text as detail, '/sales/contracts/' || k.id as url
                    from contract k where k.customer_id = :customer and k.signed_on is not null and %1$s
                    union all
                    select case k.state when 'TERMINATED' then k.terminated_on else k.ends_on end, -k.id, k.state::text,
                        k.number || ' ' || k.name, k.end_reason::text, '/sales/contracts/' || k.id
                    from contract k where k.customer_id = :customer and k.state in ('ENDED', 'TERMINATED') and %1$s
                ) e where e.day is not null""".formatted(StorySource.seen(viewer, "contract", "k", parameters));
    }
}
