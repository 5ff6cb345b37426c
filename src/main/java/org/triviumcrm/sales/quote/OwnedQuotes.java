package org.triviumcrm.sales.quote;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.triviumcrm.identity.BulkRefusal;
import org.triviumcrm.identity.OwnedRecords;
import org.triviumcrm.identity.Viewer;

/** Quotes can be given to somebody else, many at once. */
@Component
class OwnedQuotes implements OwnedRecords {

    private final QuotePageRepository quotes;

    OwnedQuotes(QuotePageRepository quotes) {
        this.quotes = quotes;
    }

    @Override
    public String type() {
        return QuoteList.NOUN;
    }

    @Override
    public String permission() {
        return "sales.quote.transfer";
    }

    /** What waits for an approval stays with whose it is. */
    @Override
    public Map<Long, BulkRefusal> refusals(Viewer viewer, List<Long> ids) {
        Map<Long, BulkRefusal> refused = new HashMap<>();
        quotes.locked(ids).forEach(id -> refused.put(id, BulkRefusal.of("approval.refusal.underApproval")));
        return refused;
    }

    /** What is decided stays with whoever made it. */
    @Override
    public String leaving() {
        return "t.state in ('DRAFT', 'SUBMITTED', 'RELEASED', 'SENT')";
    }

    @Override
    public String waiting() {
        return "t.approval_case_id is not null";
    }
}
