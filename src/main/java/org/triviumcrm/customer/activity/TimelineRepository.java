package org.triviumcrm.customer.activity;

import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** Timelines and task lists, by key. */
@Repository
class TimelineRepository {

    private static final String ROWS = """
            select a.id, a.kind, a.about_type, a.about_id, c.name as customer, a.customer_id, a.subject, a.body, a.at,
                   a.minutes, a.cost_kind, a.cost, a.cost_currency, a.done_at, a.owner_id, w.name as owner, a.created_at, a.updated_at,
                   a.planned, a.ends_at, a.first_day, a.last_day, a.place, a.outcome, a.cancelled_at
            from activity a
            join person w on w.id = a.owner_id
            left join customer c on c.id = a.customer_id
            """;

    /** Has still to be done, or to take place. */
    private static final String OPEN =
            "((a.kind = 'TASK' or a.planned) and a.done_at is null and a.cancelled_at is null)";

    private final JdbcClient database;

    TimelineRepository(JdbcClient database) {
        this.database = database;
    }

    /**
     * What is over, the latest first; {@code before} is the last one seen. A customer's timeline has those of its records as well, as far
     * as the viewer sees the record.
     *
     * @param types of records that an activity can be about; each is called as its table
     */
    List<ActivityRow> of(
            Viewer viewer, About about, Collection<String> types, @Nullable TimelinePlace before, int size) {
        Map<String, Object> parameters = new HashMap<>(Map.of("size", size));
        StringBuilder sql = new StringBuilder(ROWS)
                .append("where ")
                .append(shown(viewer, about, types, parameters))
                .append(" and not ")
                .append(OPEN);
        if (before != null) {
            sql.append(" and (a.at, a.id) < (:at, :beforeId)");
            parameters.put("at", before.at().atOffset(ZoneOffset.UTC));
            parameters.put("beforeId", before.id());
        }
        return database.sql(sql + " order by a.at desc, a.id desc limit :size")
                .params(parameters)
                .query(ActivityRow.class)
                .list();
    }

    /** What is still to come in the same timeline, the next first. */
    List<ActivityRow> coming(Viewer viewer, About about, Collection<String> types, int size) {
        Map<String, Object> parameters = new HashMap<>(Map.of("size", size));
        return database.sql(ROWS + "where " + shown(viewer, about, types, parameters) + " and " + OPEN
                        + " order by a.at, a.id limit :size")
                .params(parameters)
                .query(ActivityRow.class)
                .list();
    }

    /** What the same timeline has cost by kind, in the company's currency, the most first. */
    List<CostSummary.OfKind> costs(Viewer viewer, About about, Collection<String> types) {
        Map<String, Object> parameters = new HashMap<>();
        return database.sql("select a.cost_kind as kind, sum(a.base_cost) as amount from activity a where "
                        + shown(viewer, about, types, parameters)
                        + " and a.base_cost is not null and not " + OPEN
                        + " group by a.cost_kind order by 2 desc, 1")
                .params(parameters)
                .query(CostSummary.OfKind.class)
                .list();
    }

    private static String shown(Viewer viewer, About about, Collection<String> types, Map<String, Object> parameters) {
        parameters.put("id", about.id());
        if (!about.type().equals("customer")) {
            parameters.put("type", about.type());
            return "a.about_type = :type and a.about_id = :id";
        }
        return types.stream()
                .filter(type -> !type.equals("customer"))
                .map(type -> visible(viewer.scope(type), type, parameters))
                .collect(Collectors.joining("", "a.customer_id = :id", ""));
    }

    /** Scopes of several types in one statement: the parameters of each get a name of their own. */
    private static String visible(Scope scope, String type, Map<String, Object> parameters) {
        if (scope instanceof Scope.Everything) {
            return "";
        }
        scope.parameters().forEach((name, value) -> parameters.put(type + "_" + name, value));
        return " and (a.about_type <> '" + type + "' or exists (select 1 from " + type
                + " s where s.id = a.about_id and " + scope.sql("s").replace(":", ":" + type + "_") + "))";
    }

    /** Whether the record is there, and then until the transaction ends. */
    boolean hold(About about) {
        return database.sql("select 1 from " + about.type() + " where id = :id for key share")
                .param("id", about.id())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Waits for whoever writes about the record, and lets nobody do so until the transaction ends. */
    void close(String type, long id) {
        database.sql("select 1 from " + type + " where id = :id for update")
                .param("id", id)
                .query(Integer.class)
                .optional();
    }

    /** Entries about records that have moved to another customer since, or to none, stay with their records. */
    void releaseFromCustomer(long customerId) {
        database.sql("update activity set customer_id = null where customer_id = :id and about_type <> 'customer'")
                .param("id", customerId)
                .update();
    }

    /** Somebody's open tasks, those due first first. */
    List<ActivityRow> openTasks(long personId, int size) {
        return database.sql(
                        ROWS
                                + "where a.owner_id = :owner and a.kind = 'TASK' and a.done_at is null order by a.at, a.id limit :size")
                .param("owner", personId)
                .param("size", size)
                .query(ActivityRow.class)
                .list();
    }

    /** What somebody has done, the latest first. */
    List<ActivityRow> doneTasks(long personId, int size) {
        return database.sql(ROWS + "where a.owner_id = :owner and a.kind = 'TASK' and a.done_at is not null"
                        + " order by a.done_at desc, a.id desc limit :size")
                .param("owner", personId)
                .param("size", size)
                .query(ActivityRow.class)
                .list();
    }
}
