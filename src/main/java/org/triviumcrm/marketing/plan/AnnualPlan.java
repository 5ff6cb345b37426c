package org.triviumcrm.marketing.plan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.identity.PersonRef;

/** What marketing wants to reach in a year and what it may spend on it, in the company's currency. Campaigns hang under it. */
@Entity
@Audited
@Table(name = "annual_plan")
public class AnnualPlan {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "annual_plan")
    @SequenceGenerator(name = "annual_plan", sequenceName = "annual_plan_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private int year;
    private @Nullable String goal;
    private @Nullable String note;
    private @Nullable Integer expectedParticipants;
    private @Nullable Integer expectedLeads;
    private @Nullable Integer expectedOpportunities;
    private @Nullable BigDecimal expectedRevenue;
    private BigDecimal budget = BigDecimal.ZERO;
    private long ownerId;

    @NotAudited
    private @Nullable Long teamId;

    @ElementCollection
    @CollectionTable(name = "annual_plan_line", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    @NotAudited
    private List<PlanLine> lines = new ArrayList<>();

    @Column(updatable = false)
    @NotAudited
    private Instant createdAt;

    @Column(updatable = false)
    @NotAudited
    private @Nullable Long createdBy;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected AnnualPlan() {}

    @SuppressWarnings("NullAway")
    AnnualPlan(SavePlan input, PersonRef owner, @Nullable Long by, Instant now) {
        createdAt = now;
        createdBy = by;
        change(input, owner, now);
    }

    void change(SavePlan input, PersonRef owner, Instant now) {
        name = input.name();
        year = input.year();
        goal = input.goal();
        note = input.note();
        expectedParticipants = input.expectedParticipants();
        expectedLeads = input.expectedLeads();
        expectedOpportunities = input.expectedOpportunities();
        expectedRevenue = input.expectedRevenue();
        ownerId = owner.id();
        teamId = owner.teamId();
        updatedAt = now;
    }

    /** Its money is divided otherwise. */
    void divide(List<PlanLine> other, Instant now) {
        lines.clear();
        lines.addAll(other);
        budget = other.stream().map(PlanLine::getAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        updatedAt = now;
    }

    /** The same goals and money for the next year; its name too, where the year stands in it. */
    AnnualPlan next(PersonRef owner, @Nullable Long by, Instant now) {
        AnnualPlan next = new AnnualPlan(
                new SavePlan(
                        name.replace(String.valueOf(year), String.valueOf(year + 1)),
                        year + 1,
                        goal,
                        expectedParticipants,
                        expectedLeads,
                        expectedOpportunities,
                        expectedRevenue,
                        owner.id(),
                        note,
                        0),
                owner,
                by,
                now);
        next.divide(lines, now);
        return next;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public long getOwnerId() {
        return ownerId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    int getYear() {
        return year;
    }

    public int getVersion() {
        return version;
    }
}
