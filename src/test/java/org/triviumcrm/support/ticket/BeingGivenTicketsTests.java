package org.triviumcrm.support.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.support.message.MessageService;
import org.triviumcrm.support.message.WriteMessage;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Whoever has a ticket from now on hears of it once, however it came to them, and nobody hears of what they did themselves. */
@IntegrationTest
class BeingGivenTicketsTests {

    private static final String GIVEN = "support.ticket.notice.given";

    @Autowired
    TicketService tickets;

    @Autowired
    MessageService messages;

    @Autowired
    EntityManager entities;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private Viewer administrator;
    private Viewer agent;
    private Viewer colleague;
    private long byHand;
    private long inTurn;

    @BeforeEach
    void twoQueues() {
        administrator = accounts.administrator();
        agent = accounts.serviceAgent();
        colleague = accounts.serviceAgent();
        byHand = queue("BY_HAND", agent, colleague);
        inTurn = queue("IN_TURN", colleague);
        // who know of their queues
        agent = accounts.viewer(agent.personId());
        colleague = accounts.viewer(colleague.personId());
    }

    @Test
    void inTurn() {
        long id = open(agent, inTurn, null);
        assertThat(told(colleague)).containsExactly(GIVEN + " /support/tickets/" + id);
        open(colleague, inTurn, null);
        assertThat(told(colleague)).as("their own word").hasSize(1);
        open(agent, byHand, null);
        assertThat(told(agent)).isEmpty();
    }

    @Test
    void byHand() {
        long id = open(agent, byHand, colleague.personId());
        assertThat(told(colleague)).containsExactly(GIVEN + " /support/tickets/" + id);
        owned(administrator, id, colleague.personId());
        assertThat(told(colleague)).as("it was theirs already").hasSize(1);
        owned(administrator, id, agent.personId());
        assertThat(told(agent)).hasSize(1);
        owned(colleague, id, colleague.personId());
        tickets.take(agent, id);
        assertThat(told(agent)).as("taken, not given").hasSize(1);
        assertThat(told(colleague)).hasSize(1);
        owned(Viewer.job("support.log.promises"), id, colleague.personId());
        assertThat(told(colleague)).as("a broken promise gives it away").hasSize(2);
    }

    /** What a macro changes sends it to a queue that gives it to somebody; taken back, it never was theirs. */
    @Test
    void byAMacroThatIsTakenBack() throws Exception {
        long id = open(administrator, byHand, agent.personId());
        TicketChanges elsewhere = new TicketChanges(null, null, null, inTurn, TicketTaker.NOBODY, null);
        long reply = messages.write(
                administrator,
                id,
                WriteMessage.reply("Somebody else will know").with("So", false, TicketStatus.OPEN),
                List.of(),
                elsewhere);
        assertThat(told(colleague)).containsExactly(GIVEN + " /support/tickets/" + id);
        entities.flush();
        entities.clear();
        messages.takeBack(administrator, id, reply);
        assertThat(told(colleague))
                .containsExactly(GIVEN + " /support/tickets/" + id, "support.ticket.notice.takenBack /support/tickets");
        assertThat(told(agent)).as("it was theirs all the time").hasSize(1);
    }

    private long open(Viewer viewer, long queue, @Nullable Long owner) {
        return tickets.create(
                viewer,
                new SaveTicket(
                        "Given",
                        null,
                        TicketChannel.PHONE,
                        TicketPriority.NORMAL,
                        null,
                        queue,
                        owner,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        Map.of(),
                        0),
                Map.of(),
                null);
    }

    private void owned(Viewer viewer, long id, long owner) {
        entities.flush();
        entities.clear();
        TicketPage page = tickets.page(viewer, id);
        SaveTicket saved = page.toInput();
        tickets.update(
                viewer,
                id,
                new SaveTicket(
                        saved.name(),
                        saved.text(),
                        saved.channel(),
                        saved.priority(),
                        saved.typeId(),
                        saved.queueId(),
                        owner,
                        saved.customerId(),
                        saved.contactId(),
                        saved.requesterName(),
                        saved.requesterEmail(),
                        saved.productId(),
                        saved.opportunityId(),
                        saved.contractId(),
                        saved.reference(),
                        saved.custom(),
                        saved.version()),
                null);
        entities.flush();
    }

    private List<String> told(Viewer viewer) {
        entities.flush();
        return database.sql("select message || ' ' || link from notice where person_id = ? order by id")
                .param(viewer.personId())
                .query(String.class)
                .list();
    }

    private long queue(String assignment, Viewer... members) {
        long id = database.sql("""
                        insert into ticket_queue (id, name, position, assignment, created_at, updated_at)
                        values (nextval('ticket_queue_seq'), 'Queue ' || currval('ticket_queue_seq'), 1, :assignment, now(), now())
                        returning id""")
                .param("assignment", assignment)
                .query(Long.class)
                .single();
        for (Viewer member : members) {
            database.sql("insert into ticket_queue_member (queue_id, person_id) values (?, ?)")
                    .params(id, member.personId())
                    .update();
        }
        return id;
    }
}
