package org.triviumcrm.sales.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** How much open work rules may bring a person to. What people take themselves is not limited. */
@Entity
@Audited
@Table(name = "assignment_capacity")
public class AssignmentCapacity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "assignment_capacity")
    @SequenceGenerator(name = "assignment_capacity", sequenceName = "assignment_capacity_seq", allocationSize = 50)
    private @Nullable Long id;

    private long personId;

    /** Of the person, as it was when the limit was set. */
    private String name;

    private @Nullable Integer maxOpen;

    /** In the company's currency. */
    private @Nullable BigDecimal maxValue;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected AssignmentCapacity() {}

    @SuppressWarnings("NullAway")
    AssignmentCapacity(long personId, Clock clock) {
        this.personId = personId;
        this.createdAt = clock.instant();
        this.updatedAt = createdAt;
    }

    void change(SaveCapacity input, String personName, Clock clock) {
        name = personName;
        maxOpen = input.maxOpen();
        maxValue = input.maxValue();
        updatedAt = clock.instant();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public long getPersonId() {
        return personId;
    }

    public @Nullable Integer getMaxOpen() {
        return maxOpen;
    }

    public @Nullable BigDecimal getMaxValue() {
        return maxValue;
    }

    public int getVersion() {
        return version;
    }
}
