package org.triviumcrm.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleCompany;

/** What runs by itself leaves opportunities alone that wait for an approval; new jobs take part by themselves. */
@CommittingTest
class ExitJobTests {

    /** What runs because somebody has begun it, and where that is tried on a locked opportunity. */
    private static final Map<String, String> BEGUN = Map.of(
            "exchange-import", "ImportsOfLockedRowsTests",
            "identity-bulk", "ExitTests, with each action",
            "identity-handover", "here",
            "customer-field-indexes", "makes indexes, writes no record",
            "marketing-mining", "reads customers and leads, writes scores of its own");

    private static final String ROW = """
            select jsonb_build_object('row', to_jsonb(o),
                'stages', (select jsonb_agg(s order by s.id) from stage_change s where s.opportunity_id = o.id),
                'states', (select jsonb_agg(s order by s.id) from state_change s where s.opportunity_id = o.id),
                'owners', (select jsonb_agg(s order by s.id) from ownership_change s where s.opportunity_id = o.id),
                'history', (select count(*) from opportunity_aud a where a.id = o.id))::text
            from opportunity o where o.id = :id""";

    @Autowired
    List<Task<?>> tasks;

    @Autowired
    MockMvc mvc;

    @Autowired
    SampleCompany company;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private long id;

    @BeforeEach
    void aSuspendedOneWhoseDayHasCome() {
        company.found();
        id = company.id("opportunity");
        database.sql("""
                        update opportunity set state = 'SUSPENDED', suspended_until = current_date - 1, suspend_reason = 'Budget',
                            expected_close_date = current_date - 900, stage_entered_at = now() - interval '900 days',
                            last_activity_at = now() - interval '900 days', created_at = now() - interval '900 days',
                            owner_id = :owner
                        where id = :id""").param("owner", company.id("person")).param("id", id).update();
    }

    @Test
    void jobsLeaveItAlone() {
        lock();
        for (String state : List.of("SUSPENDED", "OPEN")) {
            if (state.equals("OPEN")) {
                lockedOpenOne();
            }
            String before = row();
            recurring().forEach(ExitJobTests::run);
            assertThat(row()).as(state).isEqualTo(before);
        }
    }

    /** Else there would be nothing to keep. */
    @Test
    void theSameJobsChangeOneThatIsFree() {
        company.endCase();
        String before = row();
        recurring().forEach(ExitJobTests::run);
        assertThat(row()).isNotEqualTo(before).contains("\"OPEN\"");
    }

    @Test
    void allJobsAreTried() {
        assertThat(tasks.stream()
                        .filter(task -> !(task instanceof RecurringTask))
                        .map(Task::getName))
                .containsExactlyInAnyOrderElementsOf(BEGUN.keySet());
        assertThat(recurring()).hasSizeGreaterThan(5);
    }

    @Test
    void whatSomebodyWhoLeavesHasUnderApprovalStays() throws Exception {
        lock();
        String before = row();
        mvc.perform(post("/administration/people/" + company.id("person") + "/handover")
                        .param("to[opportunity]", "" + company.administrator().personId())
                        .with(signedIn(company.administrator()))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        for (long end = System.nanoTime() + Duration.ofSeconds(60).toNanos(); isRunning(); ) {
            assertThat(System.nanoTime()).as("it goes on and on").isLessThan(end);
            Thread.onSpinWait();
        }
        assertThat(row()).isEqualTo(before);
        assertThat(database.sql("select active from person where id = ?")
                        .param(company.id("person"))
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    private boolean isRunning() {
        return !database.sql("select bool_and(state = 'DONE') from handover")
                .query(Boolean.class)
                .single();
    }

    private List<RecurringTask<?>> recurring() {
        return tasks.stream()
                .filter(RecurringTask.class::isInstance)
                .<RecurringTask<?>>map(task -> (RecurringTask<?>) task)
                .collect(Collectors.toList());
    }

    @SuppressWarnings("NullAway") // none of them asks who runs it
    private static <T> void run(RecurringTask<T> task) {
        task.execute(new TaskInstance<>(task.getName(), RecurringTask.INSTANCE), null);
    }

    private void lockedOpenOne() {
        database.sql("""
                        update opportunity set state = 'OPEN', suspended_until = null, suspend_reason = null, approval_case_id = :case
                        where id = :id and set_config('trivium.approval_case', :case::text, true) <> ''""")
                .param("case", company.id("approval_case"))
                .param("id", id)
                .update();
    }

    private void lock() {
        database.sql("update opportunity set approval_case_id = :case where id = :id")
                .param("case", company.id("approval_case"))
                .param("id", id)
                .update();
    }

    private String row() {
        return database.sql(ROW).param("id", id).query(String.class).single();
    }
}
