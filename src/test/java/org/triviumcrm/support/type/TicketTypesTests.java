package org.triviumcrm.support.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** The questions of a type, as an administrator sets them up. */
@IntegrationTest
class TicketTypesTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    private Viewer administrator;
    private String fields;

    @BeforeEach
    void type() throws Exception {
        administrator = accounts.administrator();
        send(post("/administration/ticket-types").param("name", "Repair")).andExpect(status().is3xxRedirection());
        fields = "/administration/ticket-types/" + newest("ticket_type") + "/fields";
    }

    @Test
    void aQuestionIsAskedChangedAndRetired() throws Exception {
        send(post(fields)
                        .param("name", "Colour")
                        .param("kind", "CHOICE")
                        .param("required", "false")
                        .param("choices", "red\n\n blue \nred"))
                .andExpect(status().is3xxRedirection());
        long id = newest("ticket_type_field");
        assertThat(choices(id)).isEqualTo("red\nblue");
        send(post(fields + "/" + id)
                        .param("name", "Paint")
                        .param("kind", "NUMBER")
                        .param("choices", "red\ngreen")
                        .param("required", "true")
                        .param("version", "0"))
                .andExpect(status().is3xxRedirection());
        assertThat(choices(id)).isEqualTo("red\ngreen");
        assertThat(database.sql(
                                "select name || ' ' || kind || ' ' || required || ' ' || active from ticket_type_field where id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .as("what was answered already is a choice")
                .isEqualTo("Paint CHOICE true true");
    }

    @Test
    void whoIsSecondSeesWhatTheFirstSaved() throws Exception {
        send(post(fields).param("name", "Colour").param("kind", "TEXT").param("required", "false"));
        String one = fields + "/" + newest("ticket_type_field");
        send(post(one)
                .param("name", "Paint")
                .param("kind", "TEXT")
                .param("required", "false")
                .param("version", "0"));
        send(post(one)
                        .param("name", "Varnish")
                        .param("kind", "TEXT")
                        .param("required", "false")
                        .param("version", "0"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Paint")))
                .andExpect(content().string(containsString("Varnish")));
    }

    @Test
    void whatIsWrongIsSaid() throws Exception {
        send(post(fields)
                        .param("name", "Colour")
                        .param("kind", "CHOICE")
                        .param("required", "false")
                        .param("choices", " \n "))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("A choice needs something to choose")));
        send(post(fields)
                        .param("name", "Colour")
                        .param("kind", "CHOICE")
                        .param("required", "false")
                        .param("choices", "x".repeat(201)))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("200 characters at most")));
        send(post(fields).param("name", "Colour").param("kind", "TEXT").param("required", "false"));
        send(post(fields).param("name", "colour").param("kind", "TEXT").param("required", "false"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("This type asks that already.")));
    }

    @Test
    void aQuestionBelongsToItsType() throws Exception {
        send(post(fields).param("name", "Colour").param("kind", "TEXT").param("required", "false"));
        long id = newest("ticket_type_field");
        send(post("/administration/ticket-types").param("name", "Other"));
        send(get("/administration/ticket-types/" + newest("ticket_type") + "/fields/" + id + "/edit"))
                .andExpect(status().isNotFound());
    }

    private String choices(long id) {
        entities.flush();
        return database.sql("select choices from ticket_type_field where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private long newest(String table) {
        entities.flush();
        return database.sql("select max(id) from " + table).query(Long.class).single();
    }

    private ResultActions send(MockHttpServletRequestBuilder request) throws Exception {
        entities.flush();
        entities.clear();
        // as the form of a new one sends it; a box that is ticked
        return mvc.perform(request.param("active", "true").with(csrf()).with(signedIn(administrator)));
    }
}
