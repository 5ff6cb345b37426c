package org.triviumcrm.sales.pipeline;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** A way of selling: stages in order. It is everybody's, or that of some teams. */
@Entity
@Audited
@Table(name = "pipeline")
public class Pipeline {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pipeline")
    @SequenceGenerator(name = "pipeline", sequenceName = "pipeline_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;

    /** Who works in it; everybody when empty. */
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "pipeline_team", joinColumns = @JoinColumn(name = "pipeline_id"))
    @Column(name = "team_id")
    @AuditJoinTable(name = "pipeline_team_aud")
    private Set<Long> teamIds = new HashSet<>();

    private boolean teamsBelow = true;

    /** Whose new opportunities begin here. */
    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "pipeline_default", joinColumns = @JoinColumn(name = "pipeline_id"))
    @Column(name = "team_id")
    @AuditJoinTable(name = "pipeline_default_aud")
    private Set<Long> defaultTeamIds = new HashSet<>();

    @Enumerated(EnumType.STRING)
    private MoveRule moveRule = MoveRule.ANY;

    @Enumerated(EnumType.STRING)
    private Rollback rollback = Rollback.ANY;

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

    @SuppressWarnings("NullAway")
    Pipeline(SavePipeline input, int position, Clock clock) {
        this.position = position;
        this.createdAt = clock.instant();
        change(input, clock);
        this.active = true;
    }

    void change(SavePipeline input, Clock clock) {
        name = input.name().strip();
        replace(teamIds, input.teamIds());
        teamsBelow = input.teamsBelow();
        replace(defaultTeamIds, input.defaultTeamIds());
        active = input.active();
        updatedAt = clock.instant();
    }

    void rule(MoveRule newMoveRule, Rollback newRollback, Clock clock) {
        moveRule = newMoveRule;
        rollback = newRollback;
        updatedAt = clock.instant();
    }

    /** Another pipeline has become the usual one of these teams. */
    void yield(Collection<Long> teams) {
        defaultTeamIds.removeAll(teams);
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

    /** The teams that work in it; everybody when empty. */
    public Set<Long> getTeamIds() {
        return Set.copyOf(teamIds);
    }

    /** Whether the teams below those work in it as well. */
    public boolean isTeamsBelow() {
        return teamsBelow;
    }

    /** The teams whose new opportunities begin here. */
    public Set<Long> getDefaultTeamIds() {
        return Set.copyOf(defaultTeamIds);
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
