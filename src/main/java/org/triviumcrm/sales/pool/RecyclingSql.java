package org.triviumcrm.sales.pool;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a pool as SQL over the alias {@code o} of opportunities; says the same as {@link PoolDays}. A rule counts from
 * what happened last, or from when the present owner got it, whichever is later: nobody loses what was only just claimed.
 */
final class RecyclingSql {

    private static final String HELD_SINCE = "coalesce(o.owner_since, o.created_at)";
    private static final String TEAMS = """
            o.team_id in (with recursive below as (
                select id from team where id = :team
                union select t.id from team t join below b on t.parent_id = b.id) select id from below)""";
    private static final String PLANNED = """
            not exists (select 1 from activity a where a.about_type = 'opportunity' and a.about_id = o.id and a.at >= :now
                        and (a.kind <> 'TASK' or a.done_at is null))""";

    /** By what takes an opportunity; %s is the day as of which is asked. */
    private final Map<PoolCause, String> causes = new LinkedHashMap<>();

    private final List<String> fits = new ArrayList<>(List.of("o.state = 'OPEN'", "o.approval_case_id is null"));
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    RecyclingSql(Pool pool, ZoneId zone, Instant now) {
        PoolRules rules = pool.rules();
        parameters.put("pool", pool.getId());
        parameters.put("zone", zone.getId());
        rule(
                PoolCause.NO_CONTACT,
                "noContact",
                rules.noContactDays(),
                "greatest(o.last_activity_at, " + HELD_SINCE + ") < " + startAfter("noContact"));
        rule(
                PoolCause.NO_PROGRESS,
                "noProgress",
                rules.noProgressDays(),
                "greatest(o.stage_entered_at, o.owner_since) < " + startAfter("noProgress"));
        rule(
                PoolCause.OVERDUE,
                "overdue",
                rules.overdueDays(),
                "o.expected_close_date <= " + daysBefore("overdue") + " and " + HELD_SINCE + " < "
                        + startAfter("overdue"));
        if (rules.ownerLeft()) {
            causes.put(PoolCause.OWNER_LEFT, "o.owner_id in (select id from person where not active)");
        }
        Long team = pool.getTeamId();
        only(team != null, TEAMS, "team", team);
        only(!pool.pipelineIds().isEmpty(), "o.pipeline_id = any(:pipelines)", "pipelines", array(pool.pipelineIds()));
        only(pool.hasSomeStages(), "o.stage_id = any(:stages)", "stages", array(pool.stageIds()));
        only(rules.leastAmount() != null, "o.base_amount >= :least", "least", rules.leastAmount());
        only(rules.mostAmount() != null, "o.base_amount <= :most", "most", rules.mostAmount());
        only(rules.sparesPlanned(), PLANNED, "now", now.atOffset(ZoneOffset.UTC));
    }

    private void rule(PoolCause cause, String name, @Nullable Integer days, String sql) {
        if (days != null) {
            causes.put(cause, sql);
            parameters.put(name, days);
        }
    }

    private void only(boolean wanted, String sql, String name, @Nullable Object value) {
        if (wanted && value != null) {
            fits.add(sql);
            parameters.put(name, value);
        }
    }

    private static String daysBefore(String name) {
        return "cast(%1$s as date) - cast(:" + name + " as int)";
    }

    /** When the day after that many days before begins in the company. */
    private static String startAfter(String name) {
        return "cast(" + daysBefore(name) + " + 1 as timestamp) at time zone :zone";
    }

    private static Long[] array(Collection<Long> ids) {
        return ids.toArray(Long[]::new);
    }

    boolean takesNothing() {
        return causes.isEmpty();
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    /** What all rules have in common: of whom and what a pool takes. */
    String fits() {
        return String.join(" and ", fits);
    }

    /** Id and cause of what its rules take as of a day; each rule reads an index of its own. @param day an SQL expression */
    String due(String day) {
        return causes.entrySet().stream()
                .map(entry -> "select o.id, '%s' as cause, %d as place from opportunity o where o.state = 'OPEN' and "
                                .formatted(entry.getKey(), entry.getKey().ordinal())
                        + entry.getValue().formatted(day))
                .collect(Collectors.joining(" union all "));
    }

    /** Whether the rule named by {@code n.cause} still takes the opportunity as of a day. */
    String stillDue(String day) {
        return causes.entrySet().stream()
                .map(entry ->
                        "when '" + entry.getKey() + "' then " + entry.getValue().formatted(day))
                .collect(Collectors.joining(" ", "case n.cause ", " else false end"));
    }
}
