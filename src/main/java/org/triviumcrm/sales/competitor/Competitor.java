package org.triviumcrm.sales.competitor;

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

/** A company that opportunities are lost to. One that is not met any more is retired: the past names it. */
@Entity
@Audited
@Table(name = "competitor")
public class Competitor {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "competitor")
    @SequenceGenerator(name = "competitor", sequenceName = "competitor_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Competitor() {}

    Competitor(String name, Clock clock) {
        this.name = name.strip();
        this.createdAt = clock.instant();
        this.updatedAt = createdAt;
    }

    void change(String newName, boolean nowActive, Clock clock) {
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

    public int getVersion() {
        return version;
    }
}
