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
    public String sql(Viewer viewer, Map<String, Object> parameters) {
        parameters.put("contract_zone", viewer.zone().getId());
        return """
                select r.received_on::timestamp at time zone :contract_zone, r.id, r.kind::text,
                    regexp_replace(to_char(r.amount, 'FM999,999,999,999,990.00'), '[.]00$', '') || ' ' || r.currency,
                    k.number::text, '/sales/contracts/' || r.contract_id || '/payments'
                from receipt r join contract k on k.id = r.contract_id
                where r.customer_id = :customer and r.cancelled_at is null and %1$s""".formatted(StorySource.seen(viewer, "contract", "r", parameters));
    }
}
