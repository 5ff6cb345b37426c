package org.triviumcrm.support.care;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.identity.Scope;
import org.triviumcrm.identity.Viewer;

/** What is to be done for customers, and what has become of it. */
@Repository
class DutyRepository {

    private static final int MANY = 200;

    private static final String DONE = "a.done_at is not null";
    private static final String OPEN = "a.id is not null and a.done_at is null";

    private final JdbcClient database;

    DutyRepository(JdbcClient database) {
        this.database = database;
    }

    /** @return the id of the duty, or null when it was there before */
    @Nullable
    Long add(NewDuty duty) {
        return database.sql("""
                        insert into care_duty (plan_id, position, customer_id, contact_id, contract_id, due_on, person_id)
                        values (:plan, :position, :customer, :contact, :contract, :due, :person) on conflict do nothing returning id""")
                .param("plan", duty.planId())
                .param("position", duty.position())
                .param("customer", duty.customerId())
                .param("contact", duty.contactId())
                .param("contract", duty.contractId())
                .param("due", duty.dueOn())
                .param("person", duty.personId())
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    void give(long dutyId, long taskId) {
        database.sql("update care_duty set activity_id = :task where id = :id")
                .param("task", taskId)
                .param("id", dutyId)
                .update();
    }

    /**
     * The open duty that something done with a customer stands for: the one that is due first of those that were on a list by then.
     *
     * @param at when it was done
     */
    @Nullable
    OpenDuty openOf(long customerId, String activity, Instant at) {
        return database.sql("""
                        select d.id, d.activity_id from care_duty d join activity a on a.id = d.activity_id and a.done_at is null
                        join care_line l on l.plan_id = d.plan_id and l.position = d.position
                        where d.customer_id = :customer and l.kind = any (:kinds) and a.created_at < :at + interval '1 day'
                        order by d.due_on, d.id limit 1 for update of d""")
                .param("customer", customerId)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param(
                        "kinds",
                        java.util.Arrays.stream(CareKind.values())
                                .filter(kind -> kind.activity().equals(activity))
                                .map(CareKind::name)
                                .toArray(String[]::new))
                .query((row, n) -> new OpenDuty(row.getLong("id"), row.getLong("activity_id")))
                .optional()
                .orElse(null);
    }

    void cost(long dutyId, BigDecimal cost) {
        database.sql("update care_duty set cost = :cost where id = :id")
                .param("cost", cost)
                .param("id", dutyId)
                .update();
    }

    /** Done against planned, by person; the most planned first. @param today what is due until then should be done */
    List<CareCount> byPerson(long planId, LocalDate from, LocalDate until, LocalDate today, java.time.ZoneId zone) {
        return database.sql("""
                        select w.name, x.* from (
                            select coalesce(a.owner_id, d.person_id) as person_id, count(*) as planned, count(*) filter (where d.due_on <= :today) as due,
                                count(*) filter (where %1$s) as done, count(*) filter (where %1$s and d.due_on <= :today) as kept,
                                count(*) filter (where %1$s and (a.done_at at time zone :zone)::date > d.due_on) as late,
                                count(*) filter (where %2$s and d.due_on < :today) as overdue, count(*) filter (where a.id is null) as dropped,
                                coalesce(sum(coalesce(d.cost, l.cost)) filter (where %1$s), 0) as spent, sum(l.cost) as cost
                            from care_duty d join care_line l on l.plan_id = d.plan_id and l.position = d.position
                            left join activity a on a.id = d.activity_id
                            where d.plan_id = :plan and d.due_on between :from and :until group by 1) x
                        join person w on w.id = x.person_id order by x.planned desc, w.name, w.id limit :many""".formatted(DONE, OPEN))
                .param("plan", planId)
                .param("from", from)
                .param("until", until)
                .param("today", today)
                .param("zone", zone.getId())
                .param("many", MANY)
                .query(DutyRepository::count)
                .list();
    }

    private static CareCount count(ResultSet row, int number) throws SQLException {
        return new CareCount(
                row.getLong("person_id"),
                row.getString("name"),
                row.getLong("planned"),
                row.getLong("due"),
                row.getLong("done"),
                row.getLong("kept"),
                row.getLong("late"),
                row.getLong("overdue"),
                row.getLong("dropped"),
                row.getBigDecimal("spent"),
                row.getBigDecimal("cost"));
    }

    /** Of one plan, from a place on; a page and one more. Customers whom the viewer does not see have no name. */
    List<DutyRow> duties(Viewer viewer, DutyFilter filter, LocalDate today, int many) {
        Scope scope = viewer.scope("customer");
        return database.sql("""
                        select d.id, d.due_on, l.kind, l.subject, coalesce(k.name, (select x.number from contract x where x.id = d.contract_id)) as contact, w.name as person, a.done_at, a.id is null as dropped,
                            c.id as customer_id, c.name as customer
                        from care_duty d join care_line l on l.plan_id = d.plan_id and l.position = d.position
                        left join activity a on a.id = d.activity_id
                        join person w on w.id = coalesce(a.owner_id, d.person_id) left join contact k on k.id = d.contact_id
                        left join customer c on c.id = d.customer_id and %s
                        where d.plan_id = :plan and (cast(:person as bigint) is null or coalesce(a.owner_id, d.person_id) = :person)
                        and (:state = '' or :state = 'DONE' and %s or :state = 'OPEN' and %s or :state = 'OVERDUE' and %s and d.due_on < :today
                            or :state = 'DROPPED' and a.id is null)
                        and (d.due_on, d.id) > (:after, :afterId) order by d.due_on, d.id limit :many""".formatted(scope.sql("c"), DONE, OPEN, OPEN))
                .param("plan", filter.planId())
                .param("person", filter.person())
                .param("state", filter.state() == null ? "" : filter.state().name())
                .param("today", today)
                .param("after", filter.afterDay() == null ? LocalDate.EPOCH : filter.afterDay())
                .param("afterId", filter.afterId() == null ? 0 : filter.afterId())
                .param("many", many)
                .params(scope.parameters())
                .query(DutyRepository::duty)
                .list();
    }

    /** The last ones done for a customer and those to come, the latest first. */
    List<DutyRow> ofCustomer(long customerId, int many) {
        return database.sql("""
                        select d.id, d.due_on, l.kind, l.subject, coalesce(k.name, (select x.number from contract x where x.id = d.contract_id)) as contact, w.name as person, a.done_at, a.id is null as dropped,
                            d.customer_id, null as customer
                        from care_duty d join care_line l on l.plan_id = d.plan_id and l.position = d.position
                        left join activity a on a.id = d.activity_id
                        join person w on w.id = coalesce(a.owner_id, d.person_id) left join contact k on k.id = d.contact_id
                        where d.customer_id = :customer order by d.due_on desc, d.id desc limit :many""")
                .param("customer", customerId)
                .param("many", many)
                .query(DutyRepository::duty)
                .list();
    }

    private static DutyRow duty(ResultSet row, int number) throws SQLException {
        java.time.OffsetDateTime done = row.getObject("done_at", java.time.OffsetDateTime.class);
        return new DutyRow(
                row.getLong("id"),
                row.getObject("due_on", LocalDate.class),
                CareKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("contact"),
                row.getString("person"),
                done == null ? null : done.toInstant(),
                row.getBoolean("dropped"),
                row.getObject("customer_id", Long.class),
                row.getString("customer"));
    }
}
