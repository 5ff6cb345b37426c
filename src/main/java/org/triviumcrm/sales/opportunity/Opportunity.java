package org.triviumcrm.sales.opportunity;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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

    @Embedded
    private StagePosition position;

    @Enumerated(EnumType.STRING)
    private OpportunityState state = OpportunityState.OPEN;

    private @Nullable BigDecimal amount;
    private String currency;

    @NotAudited
    private BigDecimal baseAmount = BigDecimal.ZERO;

    private @Nullable LocalDate expectedCloseDate;
    private LocalDate openedOn;
    private @Nullable LocalDate closedOn;

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
        position = StagePosition.beginning(stage, now);
        openedOn = today;
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
            position.expect(fields.probability());
        }
        updatedAt = now;
    }

    /** To another open stage of the same pipeline; the chance follows the stage. */
    StageChange moveTo(Stage stage, long by, Instant now) {
        if (state != OpportunityState.OPEN) {
            throw new IllegalMove("sales.opportunity.error.state." + state);
        }
        StagePosition next = position.next(stage, StageKind.OPEN, now);
        if (next.stageId() == position.stageId()) {
            throw new IllegalMove("sales.opportunity.error.sameStage");
        }
        updatedAt = now;
        return enter(next, by);
    }

    StageChange win(
            Stage won,
            BigDecimal finalAmount,
            BigDecimal newBaseAmount,
            LocalDate on,
            @Nullable String note,
            long by,
            Instant now) {
        StagePosition next = become(OpportunityState.WON, won, StageKind.WON, now);
        amount = finalAmount;
        baseAmount = newBaseAmount;
        close(on, note);
        return enter(next, by);
    }

    StageChange lose(Stage lost, long reasonId, LocalDate on, @Nullable String note, long by, Instant now) {
        StagePosition next = become(OpportunityState.LOST, lost, StageKind.LOST, now);
        lostReasonId = reasonId;
        close(on, note);
        return enter(next, by);
    }

    /** Back into an open stage; what was said on closing stays in the history. */
    StageChange reopen(Stage stage, long by, Instant now) {
        StagePosition next = become(OpportunityState.OPEN, stage, StageKind.OPEN, now);
        closedOn = null;
        lostReasonId = null;
        closingNote = null;
        return enter(next, by);
    }

    void giveTo(long newOwnerId, @Nullable Long newTeamId, Instant now) {
        ownerId = newOwnerId;
        teamId = newTeamId;
        updatedAt = now;
    }

    void createdBy(@Nullable Long personId) {
        createdBy = personId;
    }

    private StagePosition become(OpportunityState nextState, Stage stage, StageKind kind, Instant now) {
        if (!state.mayBecome(nextState)) {
            throw new IllegalMove("sales.opportunity.error.state." + state);
        }
        StagePosition next = position.next(stage, kind, now);
        state = nextState;
        updatedAt = now;
        return next;
    }

    private void close(LocalDate on, @Nullable String note) {
        closedOn = on;
        closingNote = note;
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
        return name;
    }

    public OpportunityState getState() {
        return state;
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
        return position.probability();
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
