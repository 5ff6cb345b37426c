package org.triviumcrm.sales.lostreason;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** Why opportunities are lost. A reason that is not used any more is retired: the past names it. */
@Entity
@Audited
@Table(name = "lost_reason")
public class LostReason {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "lost_reason")
    @SequenceGenerator(name = "lost_reason", sequenceName = "lost_reason_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private int position;
    private boolean active = true;
    private boolean needsCompetitor;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected LostReason() {}

    LostReason(String name, boolean needsCompetitor, int position, Clock clock) {
        this.name = name.strip();
        this.needsCompetitor = needsCompetitor;
        this.position = position;
        this.createdAt = clock.instant();
        this.updatedAt = createdAt;
    }

    void change(String newName, boolean nowNeedsCompetitor, boolean nowActive, Clock clock) {
        needsCompetitor = nowNeedsCompetitor;
        name = newName.strip();
        active = nowActive;
        updatedAt = clock.instant();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public boolean isActive() {
        return active;
    }

    /** Whether who loses for this reason has to say to whom. */
    public boolean isNeedsCompetitor() {
        return needsCompetitor;
    }

    public int getVersion() {
        return version;
    }
}
