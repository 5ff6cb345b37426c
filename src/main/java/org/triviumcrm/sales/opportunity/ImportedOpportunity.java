package org.triviumcrm.sales.opportunity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.sales.opportunity.ImportedStageRepository.Stage;
import org.triviumcrm.sales.opportunity.ImportedStageRepository.Stay;
import org.triviumcrm.sales.opportunity.ImportedStageRepository.Turn;
import org.triviumcrm.sales.rate.ImportedRateRepository;
import org.triviumcrm.shared.exchange.ExistingRecord;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;

/**
 * What follows for an opportunity from the cells of its row.
 *
 * <p>History: an open opportunity has been in its stage since it was opened (engaged). A closed one is taken to have
 * entered the last open stage of its pipeline when it was opened, and won or lost when it was closed.
 */
final class ImportedOpportunity {

    private static final Set<OpportunityState> MOVABLE =
            Set.of(OpportunityState.OPEN, OpportunityState.WON, OpportunityState.LOST);

    private final ImportRow row;
    private final ImportContext context;
    private final @Nullable Stage stage;
    private final @Nullable Long team;
    private final ImportedRateRepository.Table rates;

    ImportedOpportunity(
            ImportRow row,
            ImportContext context,
            @Nullable Stage stage,
            @Nullable Long team,
            ImportedRateRepository.Table rates) {
        this.row = row;
        this.context = context;
        this.stage = stage;
        this.team = team;
        this.rates = rates;
    }

    ImportRow row() {
        return row;
    }

    @Nullable
    Stage stage() {
        return stage;
    }

    /** The columns of the row; the closing date of one that stays open is the expected one. */
    Map<String, Object> said(Map<String, Object> values) {
        Map<String, Object> all = new LinkedHashMap<>(values);
        if (!isClosed() && row.has("closedOn")) {
            all.putIfAbsent("expected_close_date", row.date("closedOn"));
        }
        return all;
    }

    @Nullable
    Long team() {
        return team;
    }

    boolean isClosed() {
        return stage != null && !stage.isOpen();
    }

    private LocalDate openedOn() {
        LocalDate closed = isClosed() ? row.date("closedOn") : null;
        LocalDate opened = row.date("openedOn");
        return opened != null ? opened : closed != null ? closed : context.today();
    }

    LocalDate closedOn() {
        LocalDate closed = row.date("closedOn");
        return closed != null ? closed : context.today();
    }

    private Instant start(LocalDate day) {
        Instant start = day.atStartOfDay(context.zone()).toInstant();
        return start.isAfter(context.now()) ? context.now() : start;
    }

    /** When the present stage was entered. */
    Instant enteredAt() {
        if (isClosed()) {
            return start(closedOn());
        }
        return row.has("openedOn") ? start(openedOn()) : context.now();
    }

    /** Whether the row contradicts itself. */
    boolean check() {
        if (isClosed() && row.has("openedOn") && closedOn().isBefore(openedOn())) {
            row.refuse("exchange.refusal.closedBeforeOpened", "closedOn");
        }
        return row.refusal() == null;
    }

    /**
     * The amount in the company's currency by the rate of the closing day, else of today. Refuses the row when there is
     * no such rate.
     */
    BigDecimal base(@Nullable BigDecimal amount, String currency, @Nullable LocalDate closed) {
        if (amount == null) {
            return BigDecimal.ZERO;
        }
        LocalDate day = closed == null ? context.today() : closed;
        return rates.toBase(amount, currency, day).orElseGet(() -> {
            row.refuse("exchange.refusal.rate", "currency", currency, context.currency(), day);
            return BigDecimal.ZERO;
        });
    }

    /** The columns of a new opportunity; refuses the row when its amount can't be converted. */
    Map<String, Object> created(Map<String, Object> values, String name) {
        Map<String, Object> all = said(values);
        all.putIfAbsent("name", name);
        all.putIfAbsent("currency", context.currency());
        all.put("opened_on", openedOn());
        all.put(
                "base_amount",
                base(row.decimal("amount"), String.valueOf(all.get("currency")), isClosed() ? closedOn() : null));
        all.put("team_id", team);
        if (stage != null) {
            all.put("pipeline_id", stage.pipelineId());
            all.putAll(ofStage());
        }
        return all;
    }

    private Map<String, Object> ofStage() {
        Map<String, Object> columns = new LinkedHashMap<>();
        if (stage != null) {
            columns.put("state", stage.kind());
            columns.put("probability", stage.probability());
            columns.put("closed_on", isClosed() ? closedOn() : null);
            columns.put("stage_entered_at", enteredAt());
            columns.put("state_entered_at", enteredAt());
        }
        return columns;
    }

    /**
     * Whether the life of an existing opportunity allows these changes: refuses the row of one that is closed, and of one
     * that is laid aside or given up when it would change its stage.
     */
    boolean checkLife(ExistingRecord record, Map<String, Object> changes) {
        OpportunityState state = OpportunityState.valueOf(String.valueOf(record.text("state")));
        Finish finish = Finish.valueOf(String.valueOf(record.text("finish")));
        boolean pooled = state == OpportunityState.POOLED;
        boolean moves = changes.containsKey("stage_id");
        if (!new OpportunityLife(state, finish).allows(LifeStep.EDIT)) {
            row.refuse("exchange.refusal.closed", "");
        } else if (moves && !MOVABLE.contains(state) || pooled && changes.containsKey("owner_id")) {
            row.refuse("exchange.refusal.state." + state, moves ? "stage" : "owner");
        }
        return row.refusal() == null;
    }

    /** Adds to the changes of an existing opportunity what follows from them; may refuse the row, as above. */
    boolean follow(ExistingRecord record, Map<String, Object> changes) {
        if (changes.containsKey("owner_id")) {
            changes.put("team_id", team);
        }
        if (stage != null && changes.containsKey("stage_id")) {
            changes.putAll(ofStage());
            if (stage.kind().equals(record.text("state"))) {
                changes.remove("state_entered_at");
            }
            if (stage.pipelineId() != Objects.requireNonNullElse(record.number("pipeline_id"), 0L)) {
                changes.put("pipeline_id", stage.pipelineId());
            }
        }
        if (Stream.of("amount", "currency", "closed_on").anyMatch(changes::containsKey)) {
            String amount = after("amount", record, changes);
            String closed = after("closed_on", record, changes);
            changes.put(
                    "base_amount",
                    base(
                            amount == null ? null : new BigDecimal(amount),
                            String.valueOf(after("currency", record, changes)),
                            closed == null ? null : LocalDate.parse(closed)));
        }
        return row.refusal() == null;
    }

    private static @Nullable String after(String column, ExistingRecord record, Map<String, Object> changes) {
        if (!changes.containsKey(column)) {
            return record.text(column);
        }
        Object value = changes.get(column);
        return value == null ? null : value.toString();
    }

    /** The history of a new opportunity. */
    List<Stay> history(long id) {
        if (stage == null) {
            return List.of();
        }
        List<Stay> stays = new ArrayList<>(2);
        Long by = row.id("owner");
        if (isClosed() && stage.lastOpen() != null) {
            Instant opened = start(openedOn());
            stays.add(new Stay(id, stage.pipelineId(), null, stage.lastOpen(), opened, null, by));
            stays.add(new Stay(id, stage.pipelineId(), stage.lastOpen(), stage.id(), enteredAt(), opened, by));
        } else {
            stays.add(new Stay(id, stage.pipelineId(), null, stage.id(), enteredAt(), null, by));
        }
        return stays;
    }

    /** The change of state that goes with a move, if there is one. */
    Optional<Turn> turn(ExistingRecord record, Instant since) {
        String from = String.valueOf(record.text("state"));
        String to = Objects.requireNonNull(stage).kind();
        return from.equals(to)
                ? Optional.empty()
                : Optional.of(new Turn(record.id(), from, to, at(since), since, author()));
    }

    private Instant at(Instant since) {
        Instant at = isClosed() ? enteredAt() : context.now();
        return at.isBefore(since) ? since : at;
    }

    private @Nullable Long author() {
        return context.personId() > 0 ? context.personId() : null;
    }

    /** The move of an existing opportunity into another stage. */
    Stay move(ExistingRecord record, Instant since) {
        Stage to = Objects.requireNonNull(stage);
        return new Stay(record.id(), to.pipelineId(), record.number("stage_id"), to.id(), at(since), since, author());
    }
}
