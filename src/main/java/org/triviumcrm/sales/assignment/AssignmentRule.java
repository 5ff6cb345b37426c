package org.triviumcrm.sales.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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

/** Who gets new opportunities for which its conditions hold. The first rule in the order that fits decides. */
@Entity
@Audited
@Table(name = "assignment_rule")
public class AssignmentRule {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "assignment_rule")
    @SequenceGenerator(name = "assignment_rule", sequenceName = "assignment_rule_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private int position;
    private boolean active = true;

    /** Written by {@link AssignmentConditions}. */
    private String conditions;

    @Enumerated(EnumType.STRING)
    private AssignmentTarget target;

    private @Nullable Long personId;
    private @Nullable Long teamId;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected AssignmentRule() {}

    @SuppressWarnings("NullAway")
    AssignmentRule(SaveAssignmentRule input, String conditions, int position, Clock clock) {
        this.position = position;
        this.createdAt = clock.instant();
        change(input, conditions, clock);
    }

    void change(SaveAssignmentRule input, String newConditions, Clock clock) {
        name = input.name().strip();
        active = input.active();
        conditions = newConditions;
        target = input.target();
        personId = target == AssignmentTarget.PERSON ? input.personId() : null;
        teamId = target.ofTeam() ? input.teamId() : null;
        updatedAt = clock.instant();
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public int getPosition() {
        return position;
    }

    public boolean isActive() {
        return active;
    }

    public String getConditions() {
        return conditions;
    }

    public AssignmentTarget getTarget() {
        return target;
    }

    public @Nullable Long getPersonId() {
        return personId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public int getVersion() {
        return version;
    }
}
