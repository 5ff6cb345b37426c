package org.triviumcrm.customer.segment;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** Customers of whom some conditions hold, under a name. Who they are now stands in {@code segment_member}. */
@Entity
@Audited
@Table(name = "segment")
public class Segment {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "segment")
    @SequenceGenerator(name = "segment", sequenceName = "segment_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private @Nullable String note;

    /** As {@link SegmentConditions} writes them. */
    private String conditions;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private @Nullable Long createdBy;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Segment() {}

    @SuppressWarnings("NullAway")
    Segment(SegmentForm form, @Nullable Long createdBy, Instant now) {
        this.createdAt = now;
        this.createdBy = createdBy;
        change(form, now);
    }

    /** @param form without anything wrong in it, its conditions written */
    void change(SegmentForm form, Instant now) {
        name = form.getName().strip();
        note = form.getNote();
        conditions = form.getConditions();
        updatedAt = now;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public @Nullable String getNote() {
        return note;
    }

    public String getConditions() {
        return conditions;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public int getVersion() {
        return version;
    }
}
