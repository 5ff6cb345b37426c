package org.triviumcrm.identity.team;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** A place in the team tree, with a manager who reaches everything below. */
@Entity
@Audited
@Table(name = "team")
public class Team {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "team")
    @SequenceGenerator(name = "team", sequenceName = "team_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private @Nullable Long parentId;
    private @Nullable Long managerId;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Team() {}

    Team(String name, @Nullable Long parentId, Clock clock) {
        this.name = name.strip();
        this.parentId = parentId;
        this.createdAt = clock.instant();
        this.updatedAt = createdAt;
    }

    void rename(String newName, Clock clock) {
        name = newName.strip();
        updatedAt = clock.instant();
    }

    void hangBelow(@Nullable Long newParentId, Clock clock) {
        parentId = newParentId;
        updatedAt = clock.instant();
    }

    void putInCharge(@Nullable Long newManagerId, Clock clock) {
        managerId = newManagerId;
        updatedAt = clock.instant();
    }

    public long getId() {
        return Objects.requireNonNull(id, "not saved yet");
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

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getUpdatedAt() {
        return updatedAt;
    }

    public int getVersion() {
        return version;
    }
}
