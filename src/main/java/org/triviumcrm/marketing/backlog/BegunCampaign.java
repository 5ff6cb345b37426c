package org.triviumcrm.marketing.backlog;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.triviumcrm.customer.CustomValues;
import org.triviumcrm.marketing.exit.CampaignFacts;
import org.triviumcrm.marketing.exit.CampaignState;
import org.triviumcrm.shared.exchange.ImportContext;
import org.triviumcrm.shared.exchange.ImportRow;

/** A campaign that has begun on the first of its days, and is over when its last one is. */
record BegunCampaign(List<ImportedDay> days, ImportContext context, Map<Long, Long> teamOf) {

    private LocalDate first() {
        return days.stream().map(ImportedDay::day).min(LocalDate::compareTo).orElseThrow();
    }

    private LocalDate last() {
        return days.stream().map(ImportedDay::day).max(LocalDate::compareTo).orElseThrow();
    }

    private Instant start(LocalDate day) {
        Instant start = day.atStartOfDay(context.zone()).toInstant();
        return start.isAfter(context.now()) ? context.now() : start;
    }

    /** When its plan began to count. */
    Instant approvedAt() {
        return start(first());
    }

    CampaignState state() {
        return last().isBefore(context.today()) ? CampaignState.COMPLETED : CampaignState.RUNNING;
    }

    Instant since() {
        return state() == CampaignState.RUNNING ? approvedAt() : start(last().plusDays(1));
    }

    private long owner() {
        return Objects.requireNonNullElse(days.get(0).row().id("owner"), context.personId());
    }

    private long method() {
        return Objects.requireNonNull(days.get(0).row().id("method"));
    }

    private <T> @Nullable T first(Function<ImportedDay, @Nullable T> said) {
        return days.stream().map(said).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** All that any of its days names. */
    List<Long> products() {
        return days.stream().flatMap(ImportedDay::products).distinct().toList();
    }

    /** What the file says that it has cost, in the company's currency. */
    private BigDecimal cost() {
        return days.stream().map(ImportedDay::baseCost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * To a flow what was spent is what it would have asked for: a campaign of a file has no budget of its own.
     *
     * @param custom what the fields hold that administrators have added
     */
    CampaignFacts facts(CustomValues custom) {
        return new CampaignFacts(
                0,
                days.get(0).name(),
                method(),
                first(ImportedDay::region),
                products(),
                first(),
                last(),
                null,
                null,
                null,
                null,
                context.currency(),
                cost(),
                cost(),
                "",
                CampaignState.PLANNED,
                owner(),
                teamOf.get(owner()),
                null,
                null,
                custom,
                0);
    }

    Map<String, Object> columns() {
        Map<String, Object> columns = new LinkedHashMap<>();
        ImportRow row = days.get(0).row();
        columns.put("name", days.get(0).name());
        if (row.has(ImportedDay.REFERENCE)) {
            columns.put("reference", Objects.requireNonNull(row.text(ImportedDay.REFERENCE)));
        }
        columns.put("method_id", method());
        put(columns, "region", first(ImportedDay::region));
        put(columns, "plan_id", first(ImportedDay::plan));
        put(columns, "parent_id", first(ImportedDay::parent));
        columns.put("start_on", first());
        columns.put("end_on", last());
        columns.put("currency", context.currency());
        columns.put("budget", 0);
        columns.put("base_budget", 0);
        columns.put("base_cost", 0);
        columns.put("state", state());
        columns.put("state_since", since());
        columns.put("approved_at", approvedAt());
        columns.put("owner_id", owner());
        if (teamOf.containsKey(owner())) {
            columns.put("team_id", Objects.requireNonNull(teamOf.get(owner())));
        }
        return columns;
    }

    private static void put(Map<String, Object> columns, String column, @Nullable Object value) {
        if (value != null) {
            columns.put(column, value);
        }
    }
}
