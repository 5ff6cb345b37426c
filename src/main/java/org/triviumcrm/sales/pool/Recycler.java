package org.triviumcrm.sales.pool;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.triviumcrm.identity.People;
import org.triviumcrm.identity.PersonRef;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.messaging.Notices;
import org.triviumcrm.sales.opportunity.PoolWay;
import org.triviumcrm.sales.pool.RecyclingRepository.Announced;
import org.triviumcrm.sales.pool.RecyclingRepository.Due;

/**
 * Keeps the rules of one pool: takes back announcements that do not hold any more, announces what will be due, tells the
 * owners, and takes what is due. Each step is a transaction of its own and does nothing the second time, so a node that dies
 * in between, or a second one beside it, does no harm.
 */
@Component
class Recycler {

    static final String LIST = "/sales/opportunities?f.pooling=me";

    private static final int STEP = 200;

    private final RecyclingRepository recycling;
    private final PoolEntries entries;
    private final CompanyDays days;
    private final People people;
    private final Notices notices;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Recycler(
            RecyclingRepository recycling,
            PoolEntries entries,
            CompanyDays days,
            People people,
            Notices notices,
            TransactionTemplate transaction,
            Clock clock) {
        this.recycling = recycling;
        this.entries = entries;
        this.days = days;
        this.people = people;
        this.notices = notices;
        this.transaction = transaction;
        this.clock = clock;
    }

    void forget() {
        recycling.forget();
    }

    void recycle(Viewer job, Pool pool) {
        Instant now = clock.instant();
        LocalDate today = days.today();
        RecyclingSql rules = new RecyclingSql(pool, days.zone(), now);
        recycling.withdraw(pool, rules);
        recycling.announce(pool, rules, today);
        for (long owner : recycling.untold(pool)) {
            transaction.executeWithoutResult(
                    status -> recycling.tell(pool, owner, today, now).forEach(announced -> tell(pool, announced)));
        }
        long after = 0;
        while (after >= 0) {
            long reached = after;
            after = Objects.requireNonNull(transaction.execute(status -> take(job, pool, rules, today, reached)));
        }
    }

    private void tell(Pool pool, Announced announced) {
        boolean one = announced.count() == 1;
        notices.tell(
                List.of(announced.ownerId()),
                "sales.pool.notice.soon",
                List.of(
                        PoolEntries.named(announced.firstName(), announced.count()),
                        pool.getName(),
                        announced.goesOn()),
                one ? "/sales/opportunities/" + announced.firstId() : LIST);
    }

    /** Takes some of those whose day has come; answers how far it came, -1 at the end. */
    private long take(Viewer job, Pool pool, RecyclingSql rules, LocalDate today, long after) {
        List<Due> due = recycling.due(pool, rules, today, after, STEP);
        PersonRef keeper = people.find(pool.getKeeperId()).orElse(null);
        if (due.isEmpty() || keeper == null) {
            return -1;
        }
        Map<Long, PoolCause> causes = due.stream().collect(Collectors.toMap(Due::opportunityId, Due::cause));
        List<PoolWay> gone = entries.enter(
                        job,
                        pool,
                        keeper,
                        due.stream().map(Due::opportunityId).toList(),
                        null,
                        way -> Objects.requireNonNull(causes.get(way.opportunityId())))
                .gone();
        recycling.arrived(gone.stream().map(PoolWay::opportunityId).toList());
        return due.get(due.size() - 1).opportunityId();
    }
}
