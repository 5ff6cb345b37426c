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
import org.triviumcrm.customer.WithFields;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.sales.exit.Exit;
import org.triviumcrm.sales.exit.Passage;
import org.triviumcrm.sales.pipeline.ForecastCategory;
import org.triviumcrm.sales.pipeline.Stage;
import org.triviumcrm.sales.pipeline.StageField;
import org.triviumcrm.sales.pipeline.StageKind;

/** A sale that may come about: from the first talk to won or lost. Every change of stage gives its {@link StageChange}. */
@Entity
@Audited
@Table(name = "opportunity")
public class Opportunity extends WithFields {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "opportunity")
    @SequenceGenerator(name = "opportunity", sequenceName = "opportunity_seq", allocationSize = 50)
    private @Nullable Long id;

    @Embedded
    private Particulars particulars = new Particulars();

    @Embedded
    private StagePosition position;

    @Embedded
    private Standing standing;

    @Embedded
    private Origin origin;

    @Embedded
    private Ownership ownership;

    @Column(insertable = false, updatable = false)
    @NotAudited
    private @Nullable Long approvalCaseId;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Opportunity() {}

    @SuppressWarnings("NullAway")
    Opportunity(
            Passage passage,
            OpportunityInput fields,
            BigDecimal baseAmount,
            Stage stage,
            PersonRef owner,
            @Nullable Long by,
            LocalDate today,
            Instant now) {
        passage.require(0, Exit.CREATE);
        ownership = new Ownership(owner);
        origin = new Origin(today, now, by);
        position = StagePosition.beginning(stage, now);
        standing = new Standing(now);
        write(fields, baseAmount, now);
    }

    void edit(Passage passage, OpportunityInput fields, BigDecimal newBaseAmount, Instant now) {
        passage.require(getId(), getState() == OpportunityState.WON ? Exit.REVISE : Exit.EDIT, Exit.EDIT);
        standing.require(LifeStep.EDIT);
        write(fields, newBaseAmount, now);
    }

    private void write(OpportunityInput fields, BigDecimal newBaseAmount, Instant now) {
        particulars.set(fields, newBaseAmount);
        if (fields.probability() != null && !getState().isDecided()) {
            position.expect(fields.probability());
        }
        updatedAt = now;
    }

    /** What was said of it on its way into a stage that asks for these fields. */
    void learn(Passage passage, StageAnswers said, Set<StageField> asked, BigDecimal newBaseAmount) {
        passage.require(getId(), Exit.MOVE, Exit.WIN, Exit.REOPEN);
        particulars.learn(said, asked, newBaseAmount);
    }

    void foresee(Passage passage, @Nullable ForecastCategory choice) {
        passage.require(getId(), Exit.EDIT);
        particulars.foresee(choice);
    }

    /** @throws IllegalMove when it can not go there as things are */
    void requireMove(Stage stage) {
        standing.require(LifeStep.MOVE);
        position.requireOther(stage);
    }

    /** To another open stage of the same pipeline; the chance follows the stage. */
    StageChange moveTo(Passage passage, Stage stage, long by, Instant now) {
        passage.require(getId(), Exit.MOVE);
        requireMove(stage);
        updatedAt = now;
        return enter(position.next(stage, StageKind.OPEN, now), by);
    }

    StageChange win(Passage passage, Stage won, BigDecimal sum, BigDecimal base, Ending ending, long by, Instant now) {
        passage.require(getId(), Exit.WIN);
        particulars.price(sum, particulars.currency(), base);
        return end(LifeStep.WIN, won, StageKind.WON, ending, by, now);
    }

    StageChange lose(Passage passage, Stage lost, Ending ending, @Nullable Long to, long by, Instant now) {
        passage.require(getId(), Exit.LOSE);
        particulars.lostTo(to);
        return end(LifeStep.LOSE, lost, StageKind.LOST, ending, by, now);
    }

    StageChange terminate(Passage passage, Stage lost, Ending ending, long by, Instant now) {
        passage.require(getId(), Exit.TERMINATE);
        return end(LifeStep.TERMINATE, lost, StageKind.LOST, ending, by, now);
    }

    StageChange reopen(Passage passage, Stage stage, long by, Instant now) {
        passage.require(getId(), Exit.REOPEN);
        standing.require(LifeStep.REOPEN);
        StagePosition next = position.next(stage, StageKind.OPEN, now);
        standing.take(LifeStep.REOPEN, now);
        updatedAt = now;
        return enter(next, by);
    }

    void suspend(Passage passage, LocalDate until, String reason, Instant now) {
        passage.require(getId(), Exit.SUSPEND);
        standing.suspend(until, reason, now);
        updatedAt = now;
    }

    void close(Passage passage, String summary, @Nullable String lessons, Instant now) {
        passage.require(getId(), Exit.CLOSE);
        standing.close(summary, lessons, now);
        updatedAt = now;
    }

    /** @param step one that says nothing else: REACTIVATE, ARCHIVE or UNARCHIVE */
    void take(Passage passage, LifeStep step, Instant now) {
        passage.require(getId(), Exit.valueOf(step.name()));
        standing.take(step, now);
        updatedAt = now;
    }

    /** To another owner; out of its pool, if it is in one, on with the sale. */
    void giveTo(Passage passage, PersonRef owner, Instant now) {
        boolean pooled = getState() == OpportunityState.POOLED;
        passage.require(getId(), pooled ? Exit.CLAIM : Exit.TRANSFER);
        if (pooled) {
            standing.take(LifeStep.CLAIM, now);
        }
        ownership.pass(owner);
        updatedAt = now;
    }

    /** Into a pool, where it is its keeper's. */
    void pool(Passage passage, long poolId, PersonRef keeper, Instant now) {
        passage.require(getId(), Exit.POOL);
        standing.pool(poolId, now);
        ownership.pass(keeper);
        updatedAt = now;
    }

    void place(Passage passage, @Nullable Long territoryId, boolean fixed) {
        passage.require(getId(), Exit.CREATE, Exit.TERRITORY);
        ownership.place(territoryId, fixed);
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

    Particulars particulars() {
        return particulars;
    }

    public OpportunityState getState() {
        return standing.state();
    }

    public OpportunityLife getLife() {
        return standing.life();
    }

    Standing standing() {
        return standing;
    }

    public long getPipelineId() {
        return position.pipelineId();
    }

    public long getStageId() {
        return position.stageId();
    }

    public long getOwnerId() {
        return ownership.ownerId();
    }

    Ownership ownership() {
        return ownership;
    }

    public @Nullable Long getApprovalCaseId() {
        return approvalCaseId;
    }

    public int getVersion() {
        return version;
    }
}
