package org.triviumcrm.customer;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.Viewer;

/** A kind of record that calls, meetings, notes and tasks can be about. Implemented by the module that owns it. */
public interface ActivitySubject {

    /** Record type, such as {@code opportunity}. */
    String type();

    /** Its page. */
    String path(long id);

    /** The record as far as the viewer may see it; empty is the same as not there. */
    Optional<Subject> find(Viewer viewer, long id);

    /** Something was logged: keeps the record's last activity. */
    void touched(long id, Instant at);

    /**
     * @param customerId the customer it belongs to, whose timeline shows it as well
     * @param worth in the company's currency: what its costs are compared with; null for what has no value of its own
     */
    record Subject(
            String title,
            String url,
            @Nullable Long customerId,
            @Nullable BigDecimal worth) {}
}
