package org.triviumcrm.sales.opportunity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.approval.dossier.Decide;
import org.triviumcrm.approval.dossier.DecisionService;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleFlows;

/** What is suspended comes back on its day, by itself, and says so. */
@CommittingTest
class SuspensionJobTests {

    @Autowired
    SampleFlows flows;

    @Autowired
    ApprovalGate gate;

    @Autowired
    DecisionService decisions;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    OpportunityService opportunities;

    @Autowired
    OpportunityLifeService life;

    @Autowired
    SuspensionJob job;

    private Viewer administrator;

    @BeforeEach
    void company() {
        administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
    }

    @Test
    void comesBackOnItsDayAndNotBefore() {
        long due = suspended();
        long later = suspended();
        job.run();
        assertThat(state(due)).isEqualTo("SUSPENDED");

        dueToday(due);
        job.run();
        assertThat(state(due)).isEqualTo("OPEN");
        assertThat(state(later)).isEqualTo("SUSPENDED");
        assertThat(database.sql("select count(*) from state_change where opportunity_id = :id and to_state = 'OPEN'"
                                + " and by_person_id is null and from_state = 'SUSPENDED'")
                        .param("id", due)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(database.sql("select r.cause from opportunity_aud a join revision r on r.id = a.rev where a.id = :id"
                                + " order by a.rev desc limit 1")
                        .param("id", due)
                        .query(String.class)
                        .single())
                .startsWith("sales.log.suspension");
        job.run();
        assertThat(opportunities.page(administrator, due).suspendReason()).isNull();
    }

    @Test
    void theOwnerIsToldOnceOfOneThatNeedsAnApproval() {
        Viewer boss = accounts.representative(null);
        flows.active("REACTIVATE", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss));
        long id = suspended();
        dueToday(id);
        job.run();
        job.run();
        assertThat(state(id)).isEqualTo("SUSPENDED");
        assertThat(notices()).containsExactly(administrator.personId() + " /sales/opportunities/" + id);

        ApprovalNeeded needed = catchThrowableOfType(ApprovalNeeded.class, () -> life.reactivate(administrator, id));
        gate.submit(administrator, new Submission(needed.proposal(), needed.action(), null, Map.of()));
        job.run();
        assertThat(state(id)).as("it waits for the decision").isEqualTo("SUSPENDED");
        decisions.decide(boss, flows.task(boss), new Decide(true, ""));
        assertThat(state(id)).isEqualTo("OPEN");

        database.sql(
                        "update opportunity set state = 'SUSPENDED', suspend_reason = 'Again', suspended_until = :until where id = :id")
                .param("until", LocalDate.now(ZoneOffset.UTC).minusDays(1))
                .param("id", id)
                .update();
        job.run();
        assertThat(notices()).as("of another day it is told again").hasSize(2);
    }

    @Test
    void comesBackByItselfOnceNoApprovalIsNeededAnyMore() {
        long flow = flows.active("REACTIVATE", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(administrator));
        long id = suspended();
        dueToday(id);
        job.run();
        assertThat(notices()).hasSize(1);
        database.sql("update approval_flow_version set state = 'RETIRED', retired_at = now() where flow_id = ?")
                .param(flow)
                .update();
        job.run();
        assertThat(state(id)).isEqualTo("OPEN");
        assertThat(notices()).hasSize(1);
    }

    @Test
    void oneThatFailsIsTriedLessAndLessOftenAndToldOnce() {
        long failing = suspended();
        long other = suspended();
        dueToday(failing);
        dueToday(other);
        database.sql("create function test_refuse() returns trigger language plpgsql as"
                        + " $$ begin raise exception 'refused by the test'; end $$")
                .update();
        database.sql("create trigger test_refuse before update on opportunity for each row when (old.id = " + failing
                        + " and new.state = 'OPEN') execute function test_refuse()")
                .update();
        try {
            for (int run = 1; run <= 5; run++) {
                job.run();
                job.run();
                assertThat(database.sql("""
                                select tries || ' ' || (next_try - now() > interval '1 minute' * 20 * power(2, tries - 1))
                                from suspension_failure""").query(String.class).list())
                        .as("not tried again at once")
                        .containsExactly(run + " true");
                assertThat(failures()).hasSize(run < 3 ? 0 : 1);
                database.sql("update suspension_failure set next_try = now() - interval '1 second'")
                        .update();
            }
        } finally {
            database.sql("drop trigger test_refuse on opportunity").update();
            database.sql("drop function test_refuse()").update();
        }
        assertThat(state(other)).isEqualTo("OPEN");
        assertThat(state(failing)).isEqualTo("SUSPENDED");
        assertThat(failures()).containsExactly(administrator.personId() + " /sales/opportunities/" + failing);
        job.run();
        assertThat(state(failing)).isEqualTo("OPEN");
    }

    private List<String> failures() {
        return database.sql(
                        "select person_id || ' ' || link from notice where message = 'sales.notice.reactivationFailed'")
                .query(String.class)
                .list();
    }

    @Test
    void theSuperiorIsToldWhenTheOwnerHasLeft() {
        long team = accounts.team("West", null);
        Viewer manager = accounts.manager(team);
        Viewer owner = accounts.representative(team);
        flows.active("REACTIVATE", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(administrator));
        long id = suspended();
        dueToday(id);
        database.sql("update opportunity set owner_id = ? where id = ?")
                .params(owner.personId(), id)
                .update();
        database.sql("update person set active = false where id = ?")
                .param(owner.personId())
                .update();
        job.run();
        assertThat(notices()).containsExactly(manager.personId() + " /sales/opportunities/" + id);
    }

    private void dueToday(long id) {
        database.sql("update opportunity set suspended_until = :today where id = :id")
                .param("today", LocalDate.now(ZoneOffset.UTC))
                .param("id", id)
                .update();
    }

    private List<String> notices() {
        return database.sql("select person_id || ' ' || link from notice where message = 'sales.notice.reactivation'")
                .query(String.class)
                .list();
    }

    private long suspended() {
        long stage = database.sql("select min(id) from stage where kind = 'OPEN'")
                .query(Long.class)
                .single();
        long id = opportunities.create(
                administrator,
                new CreateOpportunity(
                        "Deal",
                        null,
                        null,
                        null,
                        null,
                        null,
                        "USD",
                        null,
                        null,
                        null,
                        null,
                        stage,
                        administrator.personId(),
                        Map.of()));
        LocalDate until = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        life.suspend(administrator, id, new SuspendOpportunity("Budget", until));
        return id;
    }

    private String state(long id) {
        return database.sql("select state from opportunity where id = " + id)
                .query(String.class)
                .single();
    }
}
