package org.triviumcrm.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.MailServerTest;
import org.triviumcrm.testing.SampleCompany;

/** Whom a saved view of a list finds is asked, after one has seen how many, and who is left out. */
class AskingListsTests extends MailServerTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    private Viewer manager;
    private String asking;
    private long customer;
    private long anna;

    @BeforeEach
    void people() {
        company.found();
        manager = accounts.administrator();
        customer = number("insert into customer (id, name, owner_id, created_at, updated_at)"
                + " values (nextval('customer_seq'), 'Berg AG', " + manager.personId()
                + ", now(), now()) returning id");
        anna = contact("Anna", "anna@lists.example", false);
        contact("Twin", "ANNA@lists.example", false);
        contact("Quiet", "quiet@lists.example", true);
        contact("Nowhere", "", false);
        long survey = number(
                "insert into survey (id, name, purpose, state, fallback, title_en, open_link, token, created_at, updated_at)"
                        + " values (nextval('survey_seq'), 'Lists', 'MARKET', 'OPEN', 'EN', 'Lists', false, 'lists', now(), now()) returning id");
        asking = "/surveys/" + survey + "/asking";
    }

    @Test
    void ofCustomersAllContactsAreAskedOnce() throws Exception {
        long view = view("customer", "f.name.contains=Berg");
        mvc.perform(get(asking).with(signedIn(manager)))
                .andExpect(content().string(containsString("All contacts of customers: “Chosen”")))
                .andExpect(content().string(not(containsString("id=\"asked\""))));
        preview("customer:" + view, "30")
                .andExpect(content().string(containsString("1 person would be asked.")))
                .andExpect(content().string(containsString("3 people are left out")))
                .andExpect(content().string(containsString("Has no e-mail address.")))
                .andExpect(content().string(containsString("Wants no e-mails.")))
                .andExpect(content().string(containsString("Was asked already.")))
                .andExpect(content().string(containsString("Nowhere")));
        assertThat(letters()).as("looking asks nobody").isZero();
        ask("customer:" + view, "30").andExpect(redirectedUrlPattern("/bulk-runs/*"));
        assertThat(database.sql("select contact_id from survey_invitation where address like '%lists.example'")
                        .query(Long.class)
                        .list())
                .containsExactly(anna);
        sendDue();
        assertThat(inbox("lists.example")).hasSize(1);
        preview("customer:" + view, "0")
                .andExpect(content().string(containsString("Nobody would be asked.")))
                .andExpect(content().string(not(containsString("method=\"post\" class=\"mb-3\""))));
    }

    @Test
    void participantsAreContactsOrThoseOfTheirCustomer() throws Exception {
        long campaign = company.id("campaign");
        database.sql("delete from campaign_participant").update();
        long single = number("insert into contact (id, name, email, owner_id, created_at, updated_at)"
                + " values (nextval('contact_seq'), 'Single', 'single@lists.example', " + manager.personId()
                + ", now(), now()) returning id");
        for (String who : List.of(
                "contact_id) select " + single,
                "customer_id) select " + customer,
                "lead_id) select min(id) from lead")) {
            String[] parts = who.split("\\) ", 2);
            database.sql("insert into campaign_participant (campaign_id, source, created_at, updated_at, " + parts[0]
                            + ") select " + campaign + ", 'HAND', now(), now(), "
                            + parts[1].replaceFirst("select ", ""))
                    .update();
        }
        preview("participant:0", "30").andExpect(content().string(containsString("2 people would be asked.")));
    }

    @Test
    void whatMakesNoSenseIsRefused() throws Exception {
        preview("customer:0", "soon")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("value=\"soon\"")));
        for (String whom : List.of("", "customer:999999", "ticket:0", "nonsense")) {
            preview(whom, "30")
                    .andExpect(status().is(422))
                    .andExpect(content().string(containsString("Please choose whom to ask.")));
        }
        long theirs = view("customer", "f.name.contains=Berg");
        Viewer other = accounts.allowed("survey.survey.view", "survey.survey.manage");
        mvc.perform(get(asking)
                        .queryParam("whom", "customer:" + theirs)
                        .queryParam("pause", "1")
                        .with(signedIn(other)))
                .andExpect(status().is(422));
        database.sql("update survey set state = 'CLOSED'").update();
        ask("customer:" + theirs, "30")
                .andExpect(status().is(422))
                .andExpect(content().string(containsString("can not be answered at present")));
        assertThat(letters()).isZero();
    }

    private ResultActions preview(String whom, String pause) throws Exception {
        return mvc.perform(
                get(asking).queryParam("whom", whom).queryParam("pause", pause).with(signedIn(manager)));
    }

    private ResultActions ask(String whom, String pause) throws Exception {
        return mvc.perform(post(asking)
                .param("whom", whom)
                .param("pause", pause)
                .with(signedIn(manager))
                .with(csrf()));
    }

    private long view(String noun, String query) {
        return number(
                "insert into saved_view (id, noun, person_id, name, query, created_at, updated_at) values (nextval('saved_view_seq'), '"
                        + noun + "', " + manager.personId() + ", 'Chosen', '" + query
                        + "', now(), now()) returning id");
    }

    private long contact(String name, String email, boolean quiet) {
        return number(
                "insert into contact (id, name, customer_id, email, no_email, owner_id, created_at, updated_at) values (nextval('contact_seq'), '%s', %d, nullif('%s', ''), %s, %d, now(), now()) returning id"
                        .formatted(name, customer, email, quiet, manager.personId()));
    }

    private long letters() {
        return number("select count(*) from survey_invitation where contact_id >= " + anna);
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
