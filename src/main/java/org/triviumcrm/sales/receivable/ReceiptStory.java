package org.triviumcrm.sales.receivable;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.customer.StorySource;
import org.triviumcrm.identity.Viewer;

/** Money that customers paid, or were paid back; what was cancelled was none. */
@Component
class ReceiptStory implements StorySource {

    @Override
    public String key() {
        return "receipt";
    }

    @Override
    public String icon() {
        return "cash";
    }

    @Override
    public int order() {
        return 26;
    }

    @Override
    public boolean isFor(Viewer viewer) {
        return viewer.can("sales.receivable.view");
    }

    @Override
    public boolean daysOnly() {
        return true;
    }

    @Override
    public boolean tellsAmounts() {
        return true;
    }

    @Override
    public String sql(Viewer viewer, Map<String, Object> parameters) {
        return """
                select r.received_on::timestamp at time zone :zone, r.id, r.kind::text, k.number || ' ' || k.name,
                    r.amount || ' ' || r.currency, '/sales/contracts/' || r.contract_id || '/payments'
                from receipt r join contract k on k.id = r.contract_id
                where r.customer_id = :customer and r.cancelled_at is null and %1$s""".formatted(StorySource.seen(viewer, "contract", "r", parameters));
    }
}
