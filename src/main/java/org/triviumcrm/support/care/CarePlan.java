package org.triviumcrm.support.care;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** What is done for customers of some worth within some time. Once it is active it stays as it was approved, and can only be ended. */
@Entity
@Audited
@Table(name = "care_plan")
public class CarePlan {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "care_plan")
    @SequenceGenerator(name = "care_plan", sequenceName = "care_plan_seq", allocationSize = 50)
    private @Nullable Long id;

    private String name;
    private LocalDate startsOn;
    private LocalDate endsOn;
    private String valueClasses;
    private String segments;
    private String levels;
    private String memberOf;
    private BigDecimal budget;
    private @Nullable String note;

    @Enumerated(EnumType.STRING)
    private CareState state;

    private long ownerId;

    @NotAudited
    private @Nullable Long teamId;

    @NotAudited
    @Column(insertable = false, updatable = false)
    private @Nullable Long approvalCaseId;

    @NotAudited
    private @Nullable LocalDate activeSince;

    @NotAudited
    private @Nullable LocalDate reachedOn;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @ElementCollection
    @CollectionTable(name = "care_line", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    @NotAudited
    private List<CareLine> lines = new ArrayList<>();

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected CarePlan() {}

    @SuppressWarnings("NullAway")
    CarePlan(SaveCarePlan input, @Nullable Long teamId, Instant now) {
        this.state = CareState.DRAFT;
        this.createdAt = now;
        take(input, teamId, now);
    }

    /** @param input without anything wrong in it */
    void change(CarePassage passage, SaveCarePlan input, @Nullable Long newTeamId, Instant now) {
        passage.require(CarePassage.Step.EDIT, getId());
        take(input, newTeamId, now);
    }

    private void take(SaveCarePlan input, @Nullable Long newTeamId, Instant now) {
        name = input.getName().strip();
        startsOn = Objects.requireNonNull(input.getStartsOn());
        endsOn = Objects.requireNonNull(input.getEndsOn());
        valueClasses = String.join("\n", input.getValueClasses());
        segments = String.join("\n", input.getSegments());
        levels = String.join("\n", input.getLevels());
        memberOf = input.getMemberOf().stream().map(String::valueOf).collect(Collectors.joining("\n"));
        budget = Objects.requireNonNull(input.getBudget());
        note = input.getNote();
        ownerId = Objects.requireNonNull(input.getOwnerId());
        teamId = newTeamId;
        lines.clear();
        lines.addAll(input.toLines());
        updatedAt = now;
    }

    void activate(CarePassage passage, LocalDate today, Instant now) {
        passage.require(CarePassage.Step.START, getId());
        state = CareState.ACTIVE;
        activeSince = today;
        reachedOn = null;
        updatedAt = now;
    }

    void end(CarePassage passage, Instant now) {
        passage.require(CarePassage.Step.END, getId());
        state = CareState.ENDED;
        updatedAt = now;
    }

    void reach(LocalDate day) {
        reachedOn = day;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public LocalDate getStartsOn() {
        return startsOn;
    }

    public LocalDate getEndsOn() {
        return endsOn;
    }

    public List<String> getValueClasses() {
        return listed(valueClasses);
    }

    public List<String> getSegments() {
        return listed(segments);
    }

    public List<String> getLevels() {
        return listed(levels);
    }

    /** Ids of the segments of customers whose members are meant; any customer without. */
    public List<Long> getMemberOf() {
        return listed(memberOf).stream().map(Long::valueOf).toList();
    }

    public BigDecimal getBudget() {
        return budget;
    }

    public @Nullable String getNote() {
        return note;
    }

    public CareState getState() {
        return state;
    }

    public long getOwnerId() {
        return ownerId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public @Nullable Long getApprovalCaseId() {
        return approvalCaseId;
    }

    public @Nullable LocalDate getActiveSince() {
        return activeSince;
    }

    public @Nullable LocalDate getReachedOn() {
        return reachedOn;
    }

    public List<CareLine> getLines() {
        return List.copyOf(lines);
    }

    public int getVersion() {
        return version;
    }

    private static List<String> listed(String lines) {
        return lines.isEmpty() ? List.of() : Arrays.asList(lines.split("\n"));
    }
}
