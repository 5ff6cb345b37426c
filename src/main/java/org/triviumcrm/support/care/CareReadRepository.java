package org.triviumcrm.support.care;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom plans are for, and what has become of what was planned. */
@Repository
class CareReadRepository {

    private final JdbcClient database;

    CareReadRepository(JdbcClient database) {
        this.database = database;
    }

    /** How many customers a plan is for now. */
    long customers(CarePlan plan) {
        CareMatch match = CareMatch.of(plan);
        return database.sql("select count(*) from " + match.sql())
                .params(match.parameters())
                .query(Long.class)
                .single();
    }

    /**
     * Those after an id, in the order of their ids.
     *
     * @return with who looks after each, null where nobody does who is still there
     */
    List<CareCustomer> customersAfter(CarePlan plan, long id, int many) {
        CareMatch match = CareMatch.of(plan);
        return database.sql("""
                        select c.id, owner.id as owner_id, (select min(r.brought_on) from customer_revenue r where r.customer_id = c.id) as first_on
                        from customer c left join person owner on owner.id = c.owner_id and owner.active
                        where c.id in (select %1$s from %2$s and %1$s > :id order by 1 limit :many) order by c.id""".formatted(match.id(), match.sql()))
                .params(match.parameters())
                .param("id", id)
                .param("many", many)
                .query((row, n) -> new CareCustomer(
                        row.getLong("id"),
                        row.getObject("owner_id", Long.class),
                        row.getObject("first_on", LocalDate.class)))
                .list();
    }

    /** The contacts of some customers whose birthday is known. */
    Map<Long, List<CareOccasion>> birthdays(List<Long> customers) {
        Map<Long, List<CareOccasion>> found = new HashMap<>();
        database.sql("""
                        select k.id, k.customer_id, k.name, k.birthday from contact k
                        where k.customer_id = any (:customers) and k.birthday is not null order by k.id""").param("customers", customers.toArray(Long[]::new)).query(row -> {
            found.computeIfAbsent(row.getLong("customer_id"), key -> new java.util.ArrayList<>())
                    .add(new CareOccasion(
                            row.getLong("id"),
                            null,
                            row.getString("name"),
                            row.getObject("birthday", LocalDate.class)));
        });
        return found;
    }

    /**
     * The contracts of some customers that run on a day.
     *
     * @param ends whether it is their last days that count, of those that have one, rather than the days of the first signatures
     */
    Map<Long, List<CareOccasion>> contracts(List<Long> customers, LocalDate today, boolean ends) {
        Map<Long, List<CareOccasion>> found = new HashMap<>();
        database.sql("""
                        select * from (
                            select distinct on (k.root_id) k.root_id, k.customer_id, k.number,
                                case when :ends then k.ends_on else (select min(s.signed_on) from contract s where s.root_id = k.root_id) end as on_day
                            from contract k
                            where k.customer_id = any (:customers) and k.state = 'SIGNED' and coalesce(k.effective_on, k.starts_on) <= :today
                            and (k.ends_on is null or k.ends_on >= :today)
                            order by k.root_id, k.revision desc) r
                        where r.on_day is not null order by r.root_id""")
                .param("customers", customers.toArray(Long[]::new))
                .param("today", today)
                .param("ends", ends)
                .query(row -> {
                    found.computeIfAbsent(row.getLong("customer_id"), key -> new java.util.ArrayList<>())
                            .add(new CareOccasion(
                                    null,
                                    row.getLong("root_id"),
                                    row.getString("number"),
                                    row.getObject("on_day", LocalDate.class)));
                });
        return found;
    }

    /** The case takes hold of a plan. */
    void lock(long id, long caseId, Instant now) {
        database.sql("""
                        update care_plan set approval_case_id = :case, state = case state when 'DRAFT' then 'SUBMITTED' else state end, updated_at = :now
                        where id = :id""")
                .param("id", id)
                .param("case", caseId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void unlock(long id, long caseId, Instant now) {
        database.sql("""
                        update care_plan set approval_case_id = null, state = case state when 'SUBMITTED' then 'DRAFT' else state end, updated_at = :now
                        where id = :id and approval_case_id = :case""")
                .param("id", id)
                .param("case", caseId)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
