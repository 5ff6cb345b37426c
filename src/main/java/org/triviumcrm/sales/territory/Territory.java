package org.triviumcrm.sales.territory;

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

/** A part of where the company sells. What lies in it lies in all above it as well. */
@Entity
@Audited
@Table(name = "territory")
public class Territory {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "territory")
    @SequenceGenerator(name = "territory", sequenceName = "territory_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private @Nullable Long parentId;
    private @Nullable Long managerId;
    private @Nullable Long teamId;

    /** Written by {@link TerritoryConditions}; null when nothing belongs here by itself. */
    private @Nullable String conditions;

    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Territory() {}

    @SuppressWarnings("NullAway")
    Territory(SaveTerritory input, @Nullable String conditions, Clock clock) {
        createdAt = clock.instant();
        change(input, conditions, clock);
    }

    final void change(SaveTerritory input, @Nullable String newConditions, Clock clock) {
        name = input.name().strip();
        parentId = input.parentId();
        managerId = input.managerId();
        teamId = input.teamId();
        conditions = newConditions;
        active = input.active();
        updatedAt = clock.instant();
    }

    void hangBelow(@Nullable Long newParentId, Clock clock) {
        parentId = newParentId;
        updatedAt = clock.instant();
    }

    /** Nothing comes into it any more. */
    void close(Clock clock) {
        active = false;
        conditions = null;
        updatedAt = clock.instant();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public @Nullable Long getParentId() {
        return parentId;
    }

    public @Nullable Long getManagerId() {
        return managerId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public @Nullable String getConditions() {
        return conditions;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
