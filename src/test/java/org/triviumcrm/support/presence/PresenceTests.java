package org.triviumcrm.support.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.web.NotFound;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** Two people at one ticket know of each other, and neither writes past the other. */
@IntegrationTest
class PresenceTests {

    @Autowired
    PresenceService presence;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    @Autowired
    EntityManager entities;

    private Viewer one;
    private Viewer other;
    private long ticket;
    private long turn;

    @BeforeEach
    void aTicket() {
        company.found();
        one = accounts.person("service_manager", null);
        other = accounts.person("service_manager", null);
        ticket = company.id("ticket");
    }

    @Test
    void eachSeesTheOthersUntilTheyLeaveOrAreSilent() {
        assertThat(look(one, false)).isEmpty();
        assertThat(look(other, true)).containsExactly(new Onlooker(one.personId(), one.name(), false));
        assertThat(look(one, false)).containsExactly(new Onlooker(other.personId(), other.name(), true));
        presence.leave(other, ticket, new Window("a", ++turn));
        assertThat(look(one, false)).isEmpty();
        look(other, false);
        database.sql("update ticket_presence set seen_at = seen_at - interval '51 seconds' where person_id = ?")
                .param(other.personId())
                .update();
        assertThat(look(one, true)).isEmpty();
        assertThat(database.sql("select count(*) from ticket_presence")
                        .query(Long.class)
                        .single())
                .as("who is gone is swept away")
                .isEqualTo(1);
    }

    @Test
    void whatWasSentBeforeLeavingAndArrivesLaterDoesNotBringThemBack() {
        presence.look(other, ticket, new Window("a", 1), true);
        presence.leave(other, ticket, new Window("a", 3));
        presence.look(other, ticket, new Window("a", 2), true);
        presence.leave(other, ticket, new Window("b", 2));
        presence.look(other, ticket, new Window("b", 1), false);
        assertThat(look(one, false)).isEmpty();
        presence.look(other, ticket, new Window("a", 4), false);
        assertThat(look(one, false)).containsExactly(new Onlooker(other.personId(), other.name(), false));
    }

    @Test
    void whoClosesOneOfTwoWindowsIsStillThere() {
        presence.look(other, ticket, new Window("a", 1), false);
        presence.look(other, ticket, new Window("b", 1), true);
        assertThat(look(one, false)).containsExactly(new Onlooker(other.personId(), other.name(), true));
        presence.leave(other, ticket, new Window("b", 2));
        assertThat(look(one, false)).containsExactly(new Onlooker(other.personId(), other.name(), false));
    }

    @Test
    void whoDoesNotSeeTheTicketIsNotThere() {
        Viewer stranger = accounts.serviceAgent();
        assertThatThrownBy(() -> look(stranger, false)).isInstanceOf(NotFound.class);
        assertThat(look(one, false)).isEmpty();
    }

    @Test
    void thePartSaysItInWords() throws Exception {
        look(other, true);
        send(one, post("/support/tickets/" + ticket + "/presence"))
                .andExpect(content().string(containsString(other.name() + " is writing")));
        send(
                        other,
                        post("/support/tickets/" + ticket + "/presence/end")
                                .param("window", "a")
                                .param("turn", "9"))
                .andExpect(status().isNoContent());
        send(one, post("/support/tickets/" + ticket + "/presence"))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString(other.name()))));
    }

    /** Somebody with the ticket before them is offered what others write, not what they write themselves. */
    @Test
    void whatIsNewIsOffered() throws Exception {
        long seen = database.sql("select max(id) from ticket_message")
                .query(Long.class)
                .single();
        look(one, false);
        write(other, "NOTE", "Legal does", seen).andExpect(status().is3xxRedirection());
        send(one, post("/support/tickets/" + ticket + "/presence").param("seen", "" + seen))
                .andExpect(content().string(containsString("One new message")))
                .andExpect(content().string(containsString("hx-select=\".thread\"")));
        send(other, post("/support/tickets/" + ticket + "/presence").param("seen", "" + seen))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("new message"))));
        assertThat(presence.unseen(one, ticket, seen)).isEqualTo(1);
        assertThatThrownBy(() -> presence.unseen(accounts.serviceAgent(), ticket, seen))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void nobodyWritesPastWhatOthersHaveWrittenMeanwhile() throws Exception {
        long seen = database.sql("select max(id) from ticket_message")
                .query(Long.class)
                .single();
        write(other, "NOTE", "Do not answer, legal does", seen).andExpect(status().is3xxRedirection());
        write(one, "REPLY", "We are sorry", seen)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Somebody has written meanwhile")))
                .andExpect(content().string(containsString("Do not answer, legal does")))
                .andExpect(content().string(containsString("We are sorry")));
        long now = database.sql("select max(id) from ticket_message")
                .query(Long.class)
                .single();
        write(one, "REPLY", "Legal will tell you", now).andExpect(status().is3xxRedirection());
        write(one, "REPLY", "And one thing more", now).andExpect(status().is3xxRedirection());
    }

    @ParameterizedTest
    @CsvSource({"Priya Raman, PR", "Zheng, Z", "郑明月, 明月", "李, 李", "Anna Maria de Souza, AS"})
    void aNameHasInitials(String name, String initials) {
        assertThat(new Onlooker(1, name, false).initials()).isEqualTo(initials);
    }

    private List<Onlooker> look(Viewer who, boolean writing) {
        return presence.look(who, ticket, new Window("a", ++turn), writing);
    }

    private ResultActions write(Viewer who, String kind, String text, long seen) throws Exception {
        return send(
                who,
                multipart("/support/tickets/" + ticket + "/messages")
                        .param("kind", kind)
                        .param("status", "OPEN")
                        .param("text", text)
                        .param("seen", "" + seen));
    }

    private ResultActions send(Viewer who, AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(request.with(csrf()).with(signedIn(who)));
    }
}
