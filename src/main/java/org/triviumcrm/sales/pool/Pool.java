package org.triviumcrm.sales.pool;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/**
 * Where opportunities of a team go that nobody works on, and where its people claim them. In a pool an opportunity is its
 * keeper's.
 */
@Entity
@Audited
@Table(name = "opportunity_pool")
public class Pool {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "opportunity_pool")
    @SequenceGenerator(name = "opportunity_pool", sequenceName = "opportunity_pool_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;

    /** With those below it; everybody's when null. */
    private @Nullable Long teamId;

    private long keeperId;
    private int position;
    private boolean active = true;

    @Embedded
    private PoolRules rules = new PoolRules();

    /** From all when empty. */
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "opportunity_pool_pipeline", joinColumns = @JoinColumn(name = "pool_id"))
    @Column(name = "pipeline_id")
    @AuditJoinTable(name = "opportunity_pool_pipeline_aud")
    private Set<Long> pipelineIds = new HashSet<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "opportunity_pool_stage", joinColumns = @JoinColumn(name = "pool_id"))
    @Column(name = "stage_id")
    @AuditJoinTable(name = "opportunity_pool_stage_aud")
    private Set<Long> stageIds = new HashSet<>();

    /** Whether stages were chosen: one that is removed afterwards does not open the pool to all of them. */
    @NotAudited
    private boolean someStages;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Pool() {}

    @SuppressWarnings("NullAway")
    Pool(SavePool input, Clock clock) {
        createdAt = clock.instant();
        change(input, clock);
    }

    void change(SavePool input, Clock clock) {
        name = input.name().strip();
        teamId = input.teamId();
        keeperId = Objects.requireNonNull(input.keeperId());
        position = input.position();
        active = input.active();
        rules.set(input);
        replace(pipelineIds, input.pipelineIds());
        replace(stageIds, input.stageIds());
        someStages = !input.stageIds().isEmpty();
        updatedAt = clock.instant();
    }

    private static void replace(Set<Long> present, Collection<Long> wanted) {
        present.retainAll(wanted);
        present.addAll(wanted);
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

    public long getKeeperId() {
        return keeperId;
    }

    public int getPosition() {
        return position;
    }

    public boolean isActive() {
        return active;
    }

    PoolRules rules() {
        return rules;
    }

    Set<Long> pipelineIds() {
        return Set.copyOf(pipelineIds);
    }

    Set<Long> stageIds() {
        return Set.copyOf(stageIds);
    }

    boolean hasSomeStages() {
        return someStages;
    }

    public int getVersion() {
        return version;
    }
}
