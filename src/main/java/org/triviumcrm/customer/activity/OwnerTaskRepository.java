package org.triviumcrm.customer.activity;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.triviumcrm.customer.Tasks;

/** Tasks that other modules open. */
@Repository
class OwnerTaskRepository implements Tasks {

    private final ActivityRepository activities;
    private final JdbcClient database;
    private final Clock clock;

    OwnerTaskRepository(ActivityRepository activities, JdbcClient database, Clock clock) {
        this.activities = activities;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public void forOwner(long customerId, String subject, String body, Instant due) {
        Optional<Long> owner =
                database.sql("""
                        select p.id from customer c join person p on p.id = c.owner_id and p.active where c.id = :id for share of c""").param("id", customerId).query(Long.class).optional();
        owner.ifPresent(person -> activities.saveAndFlush(new Activity(
                new LogActivity(ActivityKind.TASK, subject, body, null, null, null, null, null),
                new About("customer", customerId),
                customerId,
                due,
                null,
                person,
                clock.instant())));
    }
}
