package org.triviumcrm.sales.pipeline;

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

/** A way of selling: stages in order. A team may have its own; the others share those without a team. */
@Entity
@Audited
@Table(name = "pipeline")
public class Pipeline {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pipeline")
    @SequenceGenerator(name = "pipeline", sequenceName = "pipeline_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private @Nullable Long teamId;
    private int position;
    private boolean active = true;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Pipeline() {}

    Pipeline(String name, @Nullable Long teamId, int position, Clock clock) {
        this.name = name.strip();
        this.teamId = teamId;
        this.position = position;
        this.createdAt = clock.instant();
        this.updatedAt = createdAt;
    }

    void change(SavePipeline input, Clock clock) {
        name = input.name().strip();
        teamId = input.teamId();
        active = input.active();
        updatedAt = clock.instant();
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public int getPosition() {
        return position;
    }

    public boolean isActive() {
        return active;
    }

    public int getVersion() {
        return version;
    }
}
