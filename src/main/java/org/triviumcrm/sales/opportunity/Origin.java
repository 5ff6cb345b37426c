package org.triviumcrm.sales.opportunity;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** How an opportunity came to be; never changed. */
@Embeddable
class Origin {

    /** Its key in the system it came from. */
    private @Nullable String reference;

    private LocalDate openedOn;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private @Nullable Long createdBy;

    @SuppressWarnings("NullAway")
    protected Origin() {}

    /** @param by id of the person, null for a job */
    Origin(LocalDate openedOn, Instant createdAt, @Nullable Long by) {
        this.openedOn = openedOn;
        this.createdAt = createdAt;
        this.createdBy = by;
    }
}
