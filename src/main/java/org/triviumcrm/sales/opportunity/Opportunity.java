package org.triviumcrm.sales.opportunity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.pipeline.Stage;
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

    private String name;
    private @Nullable String reference;
    private @Nullable Long customerId;
    private @Nullable Long contactId;
    private @Nullable Long productId;
    private long pipelineId;
    private long stageId;

    @Enumerated(EnumType.STRING)
    private OpportunityState state = OpportunityState.OPEN;

    private @Nullable BigDecimal amount;
    private String currency;

    @NotAudited
    private BigDecimal baseAmount = BigDecimal.ZERO;

    private BigDecimal probability = BigDecimal.ZERO;
    private @Nullable LocalDate expectedCloseDate;
    private LocalDate openedOn;
    private @Nullable LocalDate closedOn;

    @NotAudited
    private Instant stageEnteredAt;

    private @Nullable Long lostReasonId;
    private @Nullable String closingNote;
    private @Nullable String description;
    private @Nullable String nextStep;
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
        requireOpen(stage);
        pipelineId = stage.getPipelineId();
        stageId = stage.getId();
        probability = stage.getProbability();
        openedOn = today;
        stageEnteredAt = now;
        createdAt = now;
        edit(fields, baseAmount, now);
    }

    void edit(OpportunityInput fields, BigDecimal newBaseAmount, Instant now) {
        name = fields.name();
        customerId = fields.customerId();
        contactId = fields.contactId();
        productId = fields.productId();
        amount = fields.amount();
        currency = fields.currency();
        baseAmount = newBaseAmount;
        expectedCloseDate = fields.expectedCloseDate();
        nextStep = fields.nextStep();
        description = fields.description();
        if (fields.probability() != null && state == OpportunityState.OPEN) {
            probability = fields.probability();
        }
        updatedAt = now;
    }

    /** To another open stage of the same pipeline; the chance follows the stage. */
    StageChange moveTo(Stage stage, long by, Instant now) {
        requireState(OpportunityState.OPEN);
        requireOpen(stage);
        if (stage.getId() == stageId) {
            throw new IllegalMove("sales.opportunity.error.sameStage");
        }
        return enter(stage, by, now);
    }

    StageChange win(
            Stage won,
            BigDecimal finalAmount,
            BigDecimal newBaseAmount,
            LocalDate on,
            @Nullable String note,
            long by,
            Instant now) {
        become(OpportunityState.WON, won, StageKind.WON);
        amount = finalAmount;
        baseAmount = newBaseAmount;
        close(on, note);
        return enter(won, by, now);
    }

    StageChange lose(Stage lost, long reasonId, LocalDate on, @Nullable String note, long by, Instant now) {
        become(OpportunityState.LOST, lost, StageKind.LOST);
        lostReasonId = reasonId;
        close(on, note);
        return enter(lost, by, now);
    }

    /** Back into an open stage; what was said on closing stays in the history. */
    StageChange reopen(Stage stage, long by, Instant now) {
        become(OpportunityState.OPEN, stage, StageKind.OPEN);
        closedOn = null;
        lostReasonId = null;
        closingNote = null;
        return enter(stage, by, now);
    }

    void giveTo(long newOwnerId, @Nullable Long newTeamId, Instant now) {
        ownerId = newOwnerId;
        teamId = newTeamId;
        updatedAt = now;
    }

    void createdBy(@Nullable Long personId) {
        createdBy = personId;
    }

    private void become(OpportunityState next, Stage stage, StageKind kind) {
        if (!state.mayBecome(next)) {
            throw new IllegalMove("sales.opportunity.error.state." + state);
        }
        if (stage.getKind() != kind || stage.getPipelineId() != pipelineId) {
            throw new IllegalMove("sales.opportunity.error.stage");
        }
        state = next;
    }

    private void close(LocalDate on, @Nullable String note) {
        closedOn = on;
        closingNote = note;
    }

    private StageChange enter(Stage stage, long by, Instant now) {
        long stayed = Math.max(0, Duration.between(stageEnteredAt, now).toSeconds());
        StageChange change = new StageChange(getId(), pipelineId, stageId, stage.getId(), now, stayed, by);
        stageId = stage.getId();
        probability = stage.getProbability();
        stageEnteredAt = now;
        updatedAt = now;
        return change;
    }

    private void requireOpen(Stage stage) {
        if (stage.getKind() != StageKind.OPEN || (pipelineId != 0 && stage.getPipelineId() != pipelineId)) {
            throw new IllegalMove("sales.opportunity.error.stage");
        }
    }

    private void requireState(OpportunityState required) {
        if (state != required) {
            throw new IllegalMove("sales.opportunity.error.state." + state);
        }
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public String getName() {
        return name;
    }

    public OpportunityState getState() {
        return state;
    }

    public long getPipelineId() {
        return pipelineId;
    }

    public long getStageId() {
        return stageId;
    }

    public long getOwnerId() {
        return ownerId;
    }

    public @Nullable Long getTeamId() {
        return teamId;
    }

    public @Nullable Long getCustomerId() {
        return customerId;
    }

    public @Nullable Long getContactId() {
        return contactId;
    }

    public @Nullable BigDecimal getAmount() {
        return amount;
    }

    public String getCurrency() {
        return currency;
    }

    public BigDecimal getBaseAmount() {
        return baseAmount;
    }

    public BigDecimal getProbability() {
        return probability;
    }

    public @Nullable LocalDate getClosedOn() {
        return closedOn;
    }

    public @Nullable Long getLostReasonId() {
        return lostReasonId;
    }

    public int getVersion() {
        return version;
    }
}
