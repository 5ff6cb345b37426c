package org.triviumcrm.sales.pipeline;

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
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.envers.AuditJoinTable;
import org.hibernate.envers.Audited;
import org.hibernate.envers.NotAudited;
import org.jspecify.annotations.Nullable;

/** A step of a pipeline, with what is expected of a stay in it. */
@Entity
@Audited
@Table(name = "stage")
public class Stage {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "stage")
    @SequenceGenerator(name = "stage", sequenceName = "stage_seq", allocationSize = 50)
    private @Nullable Long id;

    private long pipelineId;
    private String name;
    private int position;

    @Enumerated(EnumType.STRING)
    private StageKind kind;

    private BigDecimal probability;
    private int expectedDays;
    private BigDecimal conversion;

    @Enumerated(EnumType.STRING)
    private StageBasis basis;

    @Enumerated(EnumType.STRING)
    private ForecastCategory forecastCategory = ForecastCategory.PIPELINE;

    private boolean entry = true;

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "stage_transition", joinColumns = @JoinColumn(name = "from_stage_id"))
    @Column(name = "to_stage_id")
    @AuditJoinTable(name = "stage_transition_aud")
    private Set<Long> nextStageIds = new HashSet<>();

    @ElementCollection
    @Fetch(FetchMode.SUBSELECT)
    @CollectionTable(name = "stage_field", joinColumns = @JoinColumn(name = "stage_id"))
    @Column(name = "field")
    @AuditJoinTable(name = "stage_field_aud")
    @Enumerated(EnumType.STRING)
    private Set<StageField> fields = new HashSet<>();

    @NotAudited
    private Instant createdAt;

    @NotAudited
    private Instant updatedAt;

    @Version
    private int version;

    @SuppressWarnings("NullAway")
    protected Stage() {}

    @SuppressWarnings("NullAway")
    Stage(long pipelineId, StageKind kind, int position, SaveStage input, Clock clock) {
        this.pipelineId = pipelineId;
        this.kind = kind;
        this.position = position;
        this.createdAt = clock.instant();
        change(input, clock);
    }

    /** The chance of a won or lost one is not a matter of opinion: 100 or 0 per cent. */
    void change(SaveStage input, Clock clock) {
        name = input.name().strip();
        probability = switch (kind) {
            case OPEN -> input.probability();
            case WON -> BigDecimal.valueOf(100);
            case LOST -> BigDecimal.ZERO;
        };
        expectedDays = input.expectedDays();
        conversion = input.conversion();
        basis = input.basis();
        if (isOpen() && input.forecastCategory() != null) {
            forecastCategory = input.forecastCategory();
        }
        updatedAt = clock.instant();
    }

    /**
     * What {@link StageRules} say of it.
     *
     * @param newEntry whether new opportunities may begin here
     * @param next the stages that may follow
     * @param asked what has to be known of an opportunity here
     */
    void rule(boolean newEntry, Set<Long> next, Set<StageField> asked) {
        entry = newEntry;
        nextStageIds.retainAll(next);
        nextStageIds.addAll(next);
        fields.retainAll(asked);
        fields.addAll(asked);
    }

    /** Gives them the positions of their order. */
    static void number(List<Stage> inOrder) {
        for (int i = 0; i < inOrder.size(); i++) {
            inOrder.get(i).moveTo(i + 1);
        }
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    public long getPipelineId() {
        return pipelineId;
    }

    public String getName() {
        return name;
    }

    public int getPosition() {
        return position;
    }

    public StageKind getKind() {
        return kind;
    }

    public boolean isOpen() {
        return kind == StageKind.OPEN;
    }

    /** Chance of winning in per cent. */
    public BigDecimal getProbability() {
        return probability;
    }

    /** Planned stay in days. */
    public int getExpectedDays() {
        return expectedDays;
    }

    /** Share in per cent that goes on to the next stage, as set by hand. */
    public BigDecimal getConversion() {
        return conversion;
    }

    public StageBasis getBasis() {
        return basis;
    }

    /** What its opportunities count as in the forecast, unless somebody says otherwise of one. */
    public ForecastCategory getForecastCategory() {
        return forecastCategory;
    }

    public int getVersion() {
        return version;
    }
}
