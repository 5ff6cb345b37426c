package org.triviumcrm.insight.home;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.triviumcrm.testing.Accounts.signedIn;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.identity.Viewers;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Agents see first what waits for them. */
@IntegrationTest
class TicketsToDoTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    HomeService home;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    Viewers viewers;

    private Viewer agent;
    private long colleague;

    @BeforeEach
    void twoQueues() {
        database.sql("delete from ticket").update();
        agent = accounts.serviceAgent();
        colleague = accounts.serviceAgent().personId();
        for (long queue : new long[] {940000001, 940000002}) {
            database.sql(
                            "insert into ticket_queue (id, name, position, assignment, created_at, updated_at) values (?, 'Queue ' || ?, 9, 'BY_HAND', now(), now())")
                    .params(queue, queue)
                    .update();
        }
        database.sql("insert into ticket_queue_member (queue_id, person_id) values (940000001, ?)")
                .param(agent.personId())
                .update();
        agent = viewers.find(agent.personId()).orElseThrow();
    }

    @Test
    void whatBreaksFirstComesFirst() throws Exception {
        ticket("Later", 940000002, agent.personId(), "5 hours", "RUNNING", 1);
        ticket("Late", 940000001, agent.personId(), "-1 hours", "BROKEN", 2);
        ticket("Waits", 940000001, agent.personId(), null, null, 3);
        ticket("Told", 940000001, agent.personId(), null, null, null);
        ticket("Nobody's", 940000001, null, "1 hours", "RUNNING", 4);
        ticket("Elsewhere", 940000002, null, "1 hours", "RUNNING", 4);
        ticket("Another's", 940000001, colleague, "1 hours", "RUNNING", 4);
        TicketsToDo found = home.page(agent).tickets();
        assertThat(found).isNotNull();
        assertThat(found.counts()).isEqualTo(new TicketsToDo.Counts(4, 3, 1, 1));
        assertThat(found.next())
                .extracting(TicketsToDo.Ticket::name)
                .containsExactly("Late", "Nobody's", "Later", "Waits");
        mvc.perform(get("/").with(signedIn(agent)))
                .andExpect(content().string(containsString("What comes next?")))
                .andExpect(content().string(containsString("nobody’s yet")))
                .andExpect(content().string(not(containsString("Elsewhere"))));
        for (String href :
                new String[] {found.mineHref(), found.waitingHref(), found.brokenHref(), found.nobodysHref()}) {
            mvc.perform(get(href).with(signedIn(agent))).andExpect(content().string(not(containsString("Another"))));
        }
    }

    @Test
    void whoSellsAndHasNoneSeesNone() {
        assertThat(home.page(accounts.administrator()).tickets()).isNull();
        assertThat(home.page(accounts.representative(null)).tickets()).isNull();
        assertThat(home.page(agent).tickets()).isNotNull();
    }

    private void ticket(
            String name,
            long queue,
            @Nullable Long owner,
            @Nullable String due,
            @Nullable String promise,
            @Nullable Integer waits) {
        database.sql("""
                        insert into ticket (id, name, status, status_since, priority, channel, queue_id, owner_id, created_at, updated_at, due_at, promise,
                            waiting_since)
                        values (nextval('ticket_seq'), :name, 'OPEN', now(), 'NORMAL', 'PHONE', :queue, :owner, now(), now(), now() + :due::interval,
                            :promise, now() - make_interval(hours => :waits::int))""")
                .param("name", name)
                .param("queue", queue)
                .param("owner", owner, java.sql.Types.BIGINT)
                .param("due", due, java.sql.Types.VARCHAR)
                .param("promise", promise, java.sql.Types.VARCHAR)
                .param("waits", waits, java.sql.Types.INTEGER)
                .update();
    }
}
