package org.triviumcrm.sales.assignment;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** What assigning asks the database, and what it notes. */
@Repository
class AssignmentRepository {

    /** One assignment after the other: who has room is counted and taken by nobody else meanwhile. */
    private static final long TURN = 5_417_310_020L;

    private final JdbcClient database;

    AssignmentRepository(JdbcClient database) {
        this.database = database;
    }

    /** An active rule as it decides. */
    record Deciding(
            long id,
            String name,
            String conditions,
            AssignmentTarget target,
            @Nullable Long personId,
            @Nullable Long teamId,
            @Nullable Long lastPersonId) {}

    /** Held until the transaction ends. */
    void takeTurn() {
        database.sql("select pg_advisory_xact_lock(" + TURN + ")").query(row -> {
            // only to wait
        });
    }

    boolean isAnyRuleActive() {
        return database.sql("select exists (select 1 from assignment_rule where active)")
                .query(Boolean.class)
                .single();
    }

    List<Deciding> rules() {
        return database.sql("""
                        select r.id, r.name, r.conditions, r.target, r.person_id, r.team_id, l.person_id as last_person_id
                        from assignment_rule r left join assignment_turn l on l.rule_id = r.id
                        where r.active order by r.position, r.id""").query(Deciding.class).list();
    }

    /** The active people whom a rule names, by id, with what they have and how much they can have. */
    List<Candidate> candidates(@Nullable Long personId, @Nullable Long teamId) {
        return database.sql("""
                        select p.id as person_id, p.name, coalesce(t.open, 0) as open, coalesce(t.value, 0) as value,
                               c.max_open, c.max_value
                        from person p
                        left join assignment_capacity c on c.person_id = p.id
                        left join lateral (select sum(o.count) as open, sum(o.base_amount) as value
                                           from opportunity_total o
                                           where o.owner_id = p.id and o.state = 'OPEN') t on true
                        where p.active and (p.id = :person or p.team_id = :team) order by p.id""")
                .param("person", personId, Types.BIGINT)
                .param("team", teamId, Types.BIGINT)
                .query(Candidate.class)
                .list();
    }

    /** What conditions can ask: region and industry of the customer. Unknown ones are left out. */
    Map<String, Object> customer(@Nullable Long customerId) {
        Map<String, Object> values = new HashMap<>();
        if (customerId != null) {
            database.sql("select region, industry from customer where id = ?")
                    .param(customerId)
                    .query(row -> {
                        put(values, AssignmentConditions.REGION, row.getString(1));
                        put(values, AssignmentConditions.INDUSTRY, row.getString(2));
                    });
        }
        return values;
    }

    private static void put(Map<String, Object> values, String field, @Nullable String value) {
        if (value != null) {
            values.put(field, value);
        }
    }

    /** All rules in their order, for the list. */
    List<AssignmentRow> rows() {
        return database.sql("""
                        select r.id, r.name, r.active, r.conditions, r.target, p.name as person, t.name as team
                        from assignment_rule r
                        left join person p on p.id = r.person_id
                        left join team t on t.id = r.team_id
                        order by r.position, r.id""").query(AssignmentRow.class).list();
    }

    /** Those with a limit, by name. */
    List<CapacityRow> capacities() {
        return database.sql("""
                        select c.person_id, p.name as person, coalesce(t.open, 0) as open, coalesce(t.value, 0) as value,
                               c.max_open, c.max_value
                        from assignment_capacity c join person p on p.id = c.person_id
                        left join lateral (select sum(o.count) as open, sum(o.base_amount) as value
                                           from opportunity_total o
                                           where o.owner_id = p.id and o.state = 'OPEN') t on true
                        order by p.name, p.id""").query(CapacityRow.class).list();
    }

    void remember(long ruleId, long personId) {
        database.sql("""
                        insert into assignment_turn (rule_id, person_id) values (:rule, :person)
                        on conflict (rule_id) do update set person_id = excluded.person_id""").param("rule", ruleId).param("person", personId).update();
    }

    void note(long opportunityId, Assigned assigned, Instant at) {
        database.sql("""
                        insert into assignment (opportunity_id, rule_id, rule_name, person_id, cause, at)
                        values (:opportunity, :rule, :name, :person, :cause, :at)""")
                .param("opportunity", opportunityId)
                .param("rule", assigned.ruleId())
                .param("name", assigned.ruleName())
                .param("person", assigned.personId())
                .param("cause", assigned.cause().name())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How an opportunity came to its first owner; none for one that was not assigned by a rule. */
    Optional<AssignmentNote> noteOf(long opportunityId) {
        return database.sql("""
                        select a.rule_name, p.name as person, a.cause, a.at from assignment a
                        join person p on p.id = a.person_id where a.opportunity_id = ? order by a.id limit 1""")
                .param(opportunityId)
                .query(AssignmentNote.class)
                .optional();
    }

    /** The values of an opportunity, for trying the rules on it. */
    Optional<NewOpportunity> sample(Viewer viewer, long opportunityId) {
        Scope scope = viewer.scope("opportunity");
        return database.sql(
                        "select o.name, o.customer_id, o.product_id, o.pipeline_id, o.base_amount, o.territory_id from opportunity o"
                                + " where o.id = :id and " + scope.sql("o"))
                .param("id", opportunityId)
                .params(scope.parameters())
                .query((row, n) -> new NewOpportunity(
                        row.getString("name"),
                        row.getObject("customer_id", Long.class),
                        row.getObject("product_id", Long.class),
                        row.getLong("pipeline_id"),
                        Optional.ofNullable(row.getBigDecimal("base_amount")).orElse(BigDecimal.ZERO),
                        row.getObject("territory_id", Long.class)))
                .optional();
    }
}
