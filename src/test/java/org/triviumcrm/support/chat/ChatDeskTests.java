package org.triviumcrm.support.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.support.ticket.TicketPriority;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Talks from the visitor's first word to what they become: who gets them, who may say what, and nobody's is lost. */
@IntegrationTest
class ChatDeskTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    @Autowired
    ChatDeskService desk;

    @Autowired
    ChatOutcomeService outcomes;

    @Autowired
    ChatWatch watch;

    private ChatSite site;
    private Viewer one;
    private Viewer other;
    private long queue;
    private String token;

    @BeforeEach
    void twoAgents() throws Exception {
        company.found();
        site = new ChatSite(mvc, database);
        queue = company.id("ticket_queue");
        one = accounts.person("service_agent", null);
        other = accounts.person("service_agent", null);
        site.there(one, queue);
        site.there(other, queue);
        one = accounts.viewer(one.personId());
        other = accounts.viewer(other.personId());
        token = ChatSite.token();
    }

    @Test
    void byHandItWaitsAndWhoeverIsFirstHasIt() throws Exception {
        long chat = begin("BY_HAND");
        assertThat(desk.rows(one)).extracting(ChatRow::id, ChatRow::isWaiting).containsExactly(tuple(chat, true));
        desk.take(one, chat);
        desk.take(one, chat);
        assertThatThrownBy(() -> desk.take(other, chat)).isInstanceOf(ChatRefused.class);
        assertThat(desk.rows(other)).isEmpty();
        assertThat(site.words(token)).contains("\"JOINED\"", one.name());
        assertThatThrownBy(() -> desk.say(other, chat, new SayInChat("Me too", false, null)))
                .isInstanceOf(ChatRefused.class);
        desk.say(one, chat, new SayInChat("Good day", false, "client-1"));
        desk.say(one, chat, new SayInChat("Good day", false, "client-1"));
        desk.say(other, chat, new SayInChat("Careful with him", true, null));
        assertThat(site.words(token)).containsOnlyOnce("Good day").doesNotContain("Careful");
        assertThat(bodies(chat)).containsExactly("Hello", "JOINED", "Good day", "Careful with him");
    }

    @Test
    void theListSaysHowMuchOfEachIsUnreadAndWhatWasSaidLast() throws Exception {
        long first = begin("BY_HAND");
        desk.take(one, first);
        site.say(token, "client-02", "Are you there?");
        desk.say(one, first, new SayInChat("Not for the visitor", true, null));
        token = ChatSite.token();
        long second = begin("BY_HAND");
        desk.take(one, second);
        desk.say(one, second, new SayInChat("Good day", false, null));
        site.say(token, "client-03", "My pump leaks");
        assertThat(desk.rows(one))
                .extracting(ChatRow::id, ChatRow::unread, ChatRow::last)
                .containsExactlyInAnyOrder(tuple(first, 0, "Are you there?"), tuple(second, 1, "My pump leaks"));
        site.say(token, "client-04", "Badly");
        mvc.perform(get("/support/chat/rows").with(signedIn(one)))
                .andExpect(content().string(containsString("data-row=\"" + second + "\"")))
                .andExpect(content().string(containsString("<span>2</span>")));
        desk.read(one, second, 99);
        assertThat(desk.rows(one)).extracting(ChatRow::unread).containsOnly(0);
    }

    @Test
    void inTurnEachGetsOneAndNobodyMoreThanTheyCanHave() throws Exception {
        database.sql("update chat_widget set most_chats = 1 where token = 'sample-token'")
                .update();
        long first = begin("LEAST_LOADED");
        token = ChatSite.token();
        long second = begin("LEAST_LOADED");
        token = ChatSite.token();
        long third = begin("LEAST_LOADED");
        assertThat(List.of(owner(first), owner(second))).containsExactlyInAnyOrder(one.personId(), other.personId());
        assertThat(state(third)).isEqualTo("WAITING");
        Viewer freed = owner(first) == one.personId() ? one : other;
        desk.end(freed, first);
        assertThat(owner(third)).as("whoever is free again gets it").isEqualTo(freed.personId());
        desk.end(freed, first);
        assertThat(state(first)).isEqualTo("ENDED");
    }

    @Test
    void itIsHandedOverWithAWordToAColleagueOrAQueue() throws Exception {
        long chat = begin("BY_HAND");
        desk.take(one, chat);
        desk.handOver(one, chat, new HandOverChat(other.personId(), null, "Knows pumps"));
        assertThat(owner(chat)).isEqualTo(other.personId());
        assertThat(site.words(token)).doesNotContain("Knows pumps");
        assertThatThrownBy(() -> desk.handOver(one, chat, new HandOverChat(null, queue, null)))
                .isInstanceOf(ChatRefused.class);
        desk.handOver(other, chat, new HandOverChat(null, queue, null));
        assertThat(state(chat)).isEqualTo("WAITING");
        database.sql("update chat_agent set available = false where person_id = ?")
                .param(other.personId())
                .update();
        desk.take(one, chat);
        assertThatThrownBy(() -> desk.handOver(one, chat, new HandOverChat(other.personId(), null, null)))
                .isInstanceOf(ChatRefused.class)
                .hasMessage("support.chat.error.notThere");
    }

    @Test
    void whoVanishesGivesItBackAndNobodyWaitsForEver() throws Exception {
        long chat = begin("IN_TURN");
        long owner = owner(chat);
        database.sql("update chat_agent set seen_at = now() - interval '3 minutes' where person_id = ?")
                .param(owner)
                .update();
        watch.look();
        assertThat(owner(chat))
                .as("the other one gets it")
                .isEqualTo(owner == one.personId() ? other.personId() : one.personId());
        assertThat(bodies(chat)).containsExactly("Hello", "JOINED", "RETURNED", "JOINED");
        database.sql("update chat_agent set seen_at = now() - interval '3 minutes'")
                .update();
        watch.look();
        assertThat(state(chat)).isEqualTo("WAITING");
        database.sql(
                        "update chat set waiting_since = now() - interval '4 minutes', visitor_seen_at = now() - interval '4 minutes' where id = ?")
                .param(chat)
                .update();
        watch.look();
        watch.look();
        assertThat(state(chat)).isEqualTo("ENDED");
        assertThat(database.sql("""
                        select t.name || ' | ' || t.channel || ' | ' || t.status || ' | ' || c.end_reason from chat c join ticket t on t.id = c.ticket_id where c.id = ?""").param(chat).query(String.class).list())
                .containsExactly("Hello | CHAT | NEW | UNANSWERED");
    }

    @Test
    void aVisitorWhoIsThereGoesOnWaitingAndASilentOneEnds() throws Exception {
        long chat = begin("BY_HAND");
        database.sql("update chat set waiting_since = now() - interval '20 minutes' where id = ?")
                .param(chat)
                .update();
        watch.look();
        assertThat(state(chat)).isEqualTo("WAITING");
        desk.take(one, chat);
        database.sql("update chat set spoken_at = now() - interval '31 minutes' where id = ?")
                .param(chat)
                .update();
        watch.look();
        assertThat(state(chat)).isEqualTo("ACTIVE");
        database.sql(
                        "update chat set visitor_seen_at = now() - interval '31 minutes', spoken_at = now() - interval '31 minutes' where id = ?")
                .param(chat)
                .update();
        watch.look();
        assertThat(state(chat)).isEqualTo("ENDED");
    }

    @Test
    void itBecomesOneTicketWithWhatWasSaid() throws Exception {
        long chat = begin("BY_HAND");
        long mails = mails();
        desk.take(one, chat);
        site.say(token, "client-02", "My pump leaks");
        desk.say(one, chat, new SayInChat("Which one?", false, null));
        desk.say(one, chat, new SayInChat("Old customer", true, null));
        ChatIntoTicket input = outcomes.proposed(one, desk.page(one, chat));
        assertThat(input.name()).isEqualTo("Hello");
        long ticket = outcomes.open(one, chat, new ChatIntoTicket("Leaking pump", queue, TicketPriority.HIGH, true));
        assertThat(outcomes.open(one, chat, input)).isEqualTo(ticket);
        assertThat(database.sql("select kind || ' ' || body from ticket_message where ticket_id = ? order by id")
                        .param(ticket)
                        .query(String.class)
                        .list())
                .containsExactly("INBOUND Hello\n\nMy pump leaks", "REPLY Which one?", "NOTE Old customer");
        assertThat(database.sql(
                                "select status || ' ' || owner_id || ' ' || (first_reply_at is not null) || ' ' || requester_email from ticket where id = ?")
                        .param(ticket)
                        .query(String.class)
                        .single())
                .isEqualTo("OPEN " + one.personId() + " true ann@visitor.example");
        assertThat(database.sql("select count(*) from outbox_mail where source is not null")
                        .query(Long.class)
                        .single())
                .as("nothing of it is sent again")
                .isZero();
        mvc.perform(get("/support/tickets/" + ticket).with(signedIn(one)))
                .andExpect(content().string(containsString("My pump leaks")));
    }

    @Test
    void theVisitorIsKnownByTheAddressAndBecomesALead() throws Exception {
        database.sql("update contact set email = 'Ann@Visitor.example' where id = ?")
                .param(company.id("contact"))
                .update();
        long chat = begin("BY_HAND");
        ChatFacts facts = desk.page(company.administrator(), chat);
        assertThat(facts.contactId()).isEqualTo(company.id("contact"));
        assertThat(facts.customerId()).isEqualTo(company.id("customer"));
        assertThatThrownBy(() -> outcomes.makeLead(one, chat)).isInstanceOf(NotFound.class);
        String lead = outcomes.makeLead(company.administrator(), chat);
        assertThat(outcomes.makeLead(company.administrator(), chat)).isEqualTo(lead);
        assertThat(database.sql(
                                "select l.full_name || ' | ' || l.email || ' | ' || l.source || ' | ' || l.note from lead l join chat c on c.lead_id = l.id")
                        .query(String.class)
                        .single())
                .isEqualTo("Ann Visitor | ann@visitor.example | Chat on the website | > Hello");
    }

    @Test
    void whoSeesNoTalksOfAQueueFindsNone() throws Exception {
        long chat = begin("BY_HAND");
        Viewer stranger = accounts.person("service_agent", null);
        assertThat(desk.rows(stranger)).isEmpty();
        assertThatThrownBy(() -> desk.take(stranger, chat)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.words(stranger, chat, 0)).isInstanceOf(NotFound.class);
        mvc.perform(get("/support/chats/" + chat).with(signedIn(stranger))).andExpect(status().isNotFound());
        mvc.perform(get("/support/chats").with(signedIn(stranger)))
                .andExpect(content().string(not(containsString("Ann Visitor"))));
        mvc.perform(get("/support/chats").with(signedIn(one)))
                .andExpect(content().string(containsString("Ann Visitor")));
    }

    @Test
    void theCustomersPageShowsItsTalksToThoseWhoSeeThem() throws Exception {
        database.sql("update contact set email = 'Ann@Visitor.example' where id = ?")
                .param(company.id("contact"))
                .update();
        long chat = begin("BY_HAND");
        desk.take(one, chat);
        desk.end(one, chat);
        String panel = "/support/customers/" + company.id("customer") + "/chats";
        mvc.perform(get(panel).with(signedIn(one)))
                .andExpect(content().string(containsString("/support/chats/" + chat)))
                .andExpect(content().string(containsString("by the agent")))
                .andExpect(content().string(containsString(one.name())));
        mvc.perform(get(panel).with(signedIn(accounts.person("service_agent", null))))
                .andExpect(content().string(containsString("No chats.")));
        mvc.perform(get(panel).with(signedIn(accounts.person("sales_representative", null))))
                .andExpect(status().isForbidden());
    }

    @Test
    void theDeskShowsWhatVisitorsWriteAsText() throws Exception {
        site.begin(token, "<img src=x onerror=alert(1)>").andExpect(status().isNoContent());
        long chat = site.latest();
        desk.take(one, chat);
        mvc.perform(get("/support/chat").with(signedIn(one)))
                .andExpect(content().string(containsString("&lt;img src=x onerror=alert(1)&gt;")))
                .andExpect(content().string(not(containsString("<img src=x"))));
        mvc.perform(get("/support/chats/" + chat + "/words").param("after", "1").with(signedIn(one)))
                .andExpect(content().string(containsString("data-seq=\"2\"")));
        mvc.perform(get("/support/chats/" + chat + "/help").with(signedIn(one)))
                .andExpect(content().string(containsString("Sample macro")));
        mvc.perform(post("/support/chats/" + chat + "/words")
                        .param("text", " ")
                        .with(csrf())
                        .with(signedIn(one)))
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("Write something.")));
        mvc.perform(post("/support/chats/" + chat + "/words")
                        .header("HX-Request", "true")
                        .param("text", "Hello there")
                        .with(csrf())
                        .with(signedIn(one)))
                .andExpect(status().isNoContent());
        assertThat(bodies(chat)).contains("Hello there");
        assertThat(database.sql("select read_seq from chat where id = ?")
                        .param(chat)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private long begin(String assignment) throws Exception {
        database.sql("update ticket_queue set assignment = ? where id = ?")
                .params(assignment, queue)
                .update();
        site.begin(token, "Hello").andExpect(status().isNoContent());
        return site.latest();
    }

    private long mails() {
        return database.sql("select count(*) from outbox_mail where source is not null")
                .query(Long.class)
                .single();
    }

    private List<String> bodies(long chat) {
        return database.sql("select body from chat_message where chat_id = ? order by seq")
                .param(chat)
                .query(String.class)
                .list();
    }

    private String state(long chat) {
        return database.sql("select state from chat where id = ?")
                .param(chat)
                .query(String.class)
                .single();
    }

    private long owner(long chat) {
        return database.sql("select coalesce(owner_id, 0) from chat where id = ?")
                .param(chat)
                .query(Long.class)
                .single();
    }
}
