package org.triviumcrm.sales.opportunity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.pipeline.StageField;
import org.triviumcrm.sales.pipeline.StageKind;

/** A sale that may come about: from the first talk to won or lost. Every change of stage gives its {@link StageChange}. */
@Entity
@Audited
@Table(name = "opportunity")
public class Opportunity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "opportunity")
    @SequenceGenerator(name = "opportunity", sequenceName = "opportunity_seq", allocationSize = 50)
    private @Nullable Long id;

    private @Nullable String reference;

    @Embedded
    private Particulars particulars = new Particulars();

    @Embedded
    private StagePosition position;

    @Embedded
    private Standing standing;

    private LocalDate openedOn;
    private long ownerId;

    @NotAudited
    private @Nullable Long teamId;
    /** Written by {@link OpportunityRepository#touch}. */
    @Column(insertable = false, updatable = false)
    @NotAudited
    private @Nullable Instant lastActivityAt;

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private @Nullable Long createdBy;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Opportunity() {}

    @SuppressWarnings("NullAway")
    Opportunity(OpportunityInput fields, BigDecimal baseAmount, Stage stage, LocalDate today, Instant now) {
        position = StagePosition.beginning(stage, now);
        standing = new Standing(now);
        openedOn = today;
        createdAt = now;
        edit(fields, baseAmount, now);
    }

    /** @throws IllegalMove when it is closed or archived */
    void edit(OpportunityInput fields, BigDecimal newBaseAmount, Instant now) {
        standing.require(LifeStep.EDIT);
        particulars.set(fields, newBaseAmount);
        if (fields.probability() != null && !getState().isDecided()) {
            position.expect(fields.probability());
        }
        updatedAt = now;
    }

    /** What was said of it on its way into a stage that asks for these fields. */
    void learn(StageAnswers said, Set<StageField> asked, BigDecimal newBaseAmount) {
        particulars.learn(said, asked, newBaseAmount);
    }

    /** To another open stage of the same pipeline; the chance follows the stage. */
    StageChange moveTo(Stage stage, long by, Instant now) {
        standing.require(LifeStep.MOVE);
        StagePosition next = position.next(stage, StageKind.OPEN, now);
        if (next.stageId() == position.stageId()) {
            throw new IllegalMove("sales.opportunity.error.sameStage");
        }
        updatedAt = now;
        return enter(next, by);
    }

    StageChange win(Stage won, BigDecimal finalAmount, BigDecimal newBaseAmount, Ending ending, long by, Instant now) {
        StageChange change = end(LifeStep.WIN, won, StageKind.WON, ending, by, now);
        particulars.price(finalAmount, getCurrency(), newBaseAmount);
        return change;
    }

    StageChange lose(Stage lost, Ending ending, long by, Instant now) {
        return end(LifeStep.LOSE, lost, StageKind.LOST, ending, by, now);
    }

    /** It leaves the open stages as what is lost does. */
    StageChange terminate(Stage lost, Ending ending, long by, Instant now) {
        return end(LifeStep.TERMINATE, lost, StageKind.LOST, ending, by, now);
    }

    /** Back into an open stage; what was said on closing stays in the history. */
    StageChange reopen(Stage stage, long by, Instant now) {
        standing.require(LifeStep.REOPEN);
        StagePosition next = position.next(stage, StageKind.OPEN, now);
        standing.take(LifeStep.REOPEN, now);
        updatedAt = now;
        return enter(next, by);
    }

    void suspend(LocalDate until, String reason, Instant now) {
        standing.suspend(until, reason, now);
        updatedAt = now;
    }

    void close(String summary, @Nullable String lessons, Instant now) {
        standing.close(summary, lessons, now);
        updatedAt = now;
    }

    /** @param step one that says nothing else: REACTIVATE, ARCHIVE or UNARCHIVE */
    void take(LifeStep step, Instant now) {
        standing.take(step, now);
        updatedAt = now;
    }

    void giveTo(long newOwnerId, @Nullable Long newTeamId, Instant now) {
        ownerId = newOwnerId;
        teamId = newTeamId;
        updatedAt = now;
    }

    void createdBy(@Nullable Long personId) {
        createdBy = personId;
    }

    private StageChange end(LifeStep step, Stage stage, StageKind kind, Ending ending, long by, Instant now) {
        standing.require(step);
        StagePosition next = position.next(stage, kind, now);
        standing.end(step, ending, now);
        updatedAt = now;
        return enter(next, by);
    }

    private StageChange enter(StagePosition next, long by) {
        StageChange change = position.change(next, getId(), by);
        position = next;
        return change;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return particulars.name();
    }

    public OpportunityState getState() {
        return standing.state();
    }

    public OpportunityLife getLife() {
        return standing.life();
    }

    Instant getStateEnteredAt() {
        return standing.since();
    }

    @Nullable
    LocalDate getSuspendedUntil() {
        return standing.suspendedUntil();
    }

    public long getPipelineId() {
        return position.pipelineId();
    }

    public long getStageId() {
        return position.stageId();
    }

    public long getOwnerId() {
        return ownerId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public @Nullable Long getCustomerId() {
        return particulars.customerId();
    }

    public @Nullable Long getContactId() {
        return particulars.contactId();
    }

    public @Nullable BigDecimal getAmount() {
        return particulars.amount();
    }

    public String getCurrency() {
        return particulars.currency();
    }

    public BigDecimal getBaseAmount() {
        return particulars.baseAmount();
    }

    /** Whether a field has a value. */
    boolean knows(StageField field) {
        return particulars.knows(field);
    }

    public @Nullable LocalDate getClosedOn() {
        return standing.closedOn();
    }

    public int getVersion() {
        return version;
    }
}
