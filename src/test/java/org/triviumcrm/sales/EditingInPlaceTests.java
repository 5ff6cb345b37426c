package org.triviumcrm.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** Single fields of opportunities, customers and contacts, edited where they stand. */
@IntegrationTest
class EditingInPlaceTests {

    private static final String DEAL = "/sales/opportunities/900001";

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    EntityManager entities;

    @Autowired
    ApplicationEventPublisher events;

    private Viewer representative;
    private Viewer colleague;

    @BeforeEach
    void records() {
        long team = accounts.team("West", null);
        representative = accounts.representative(team);
        colleague = accounts.representative(team);
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        database.sql("""
                insert into customer (id, name, website, owner_id, team_id, created_at, updated_at)
                values (900001, 'Brick Works', 'not a website', :owner, :team, now(), now())""")
                .param("owner", representative.personId())
                .param("team", team)
                .update();
        database.sql("""
                insert into contact (id, name, customer_id, owner_id, team_id, created_at, updated_at)
                values (900001, 'Grace Shaw', 900001, :owner, :team, now(), now())""")
                .param("owner", representative.personId())
                .param("team", team)
                .update();
        database.sql("""
                insert into opportunity (id, name, customer_id, pipeline_id, stage_id, state, amount, currency, base_amount,
                    probability, opened_on, stage_entered_at, owner_id, team_id, created_at, updated_at)
                select 900001, 'Kiln', 900001, pipeline_id, id, 'OPEN', 1000, 'USD', 1000, probability, current_date, now(),
                    :owner, :team, now(), now() from stage order by position limit 1""")
                .param("owner", representative.personId())
                .param("team", team)
                .update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name",
                "amount",
                "probability",
                "expectedCloseDate",
                "nextStep",
                "productId",
                "customerId",
                "contactId",
                "description"
            })
    void opensEachFieldOfAnOpportunity(String field) throws Exception {
        perform(get(DEAL + "/fields/" + field).header("HX-Request", "true").with(signedIn(representative)))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(allOf(containsString("name=\"" + field + "\""), not(containsString("<html")))));
        perform(get(DEAL).with(signedIn(representative)))
                .andExpect(content().string(containsString("id=\"edit-" + field + "\"")));
    }

    @ParameterizedTest
    @CsvSource({
        "customers,name", "customers,industry", "customers,phone", "customers,email", "customers,website",
        "customers,country", "customers,region", "customers,city", "customers,address", "customers,employees",
        "customers,annualRevenue", "customers,foundedYear", "customers,parentId", "customers,ownerId", "customers,note",
        "contacts,name", "contacts,customerId", "contacts,jobTitle", "contacts,email", "contacts,phone",
        "contacts,mobile", "contacts,birthday", "contacts,ownerId", "contacts,note"
    })
    void opensEachFieldOfCustomersAndContacts(String noun, String field) throws Exception {
        perform(get("/" + noun + "/900001/fields/" + field).with(signedIn(representative)))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString("name=\"" + field + "\""), containsString("<html"))));
        perform(get("/" + noun + "/900001").with(signedIn(representative)))
                .andExpect(content().string(containsString("id=\"edit-" + field + "\"")));
    }

    @Test
    void savesOneFieldAndLeavesTheOthers() throws Exception {
        save(DEAL, "amount", "1,250.50").andExpect(redirectedUrl(DEAL));
        save(DEAL, "nextStep", "Call back").andExpect(redirectedUrl(DEAL));
        assertThat(string("select name || ' ' || amount || ' ' || base_amount || ' ' || next_step || ' ' || customer_id"
                        + " from opportunity where id = 900001"))
                .isEqualTo("Kiln 1250.50 1250.50 Call back 900001");
        save(DEAL, "customerId", "").andExpect(redirectedUrl(DEAL));
        assertThat(string("select coalesce(customer_id::text, 'none') from opportunity where id = 900001"))
                .isEqualTo("none");
        save("/contacts/900001", "birthday", "1980-02-03").andExpect(redirectedUrl("/contacts/900001"));
        assertThat(string("select name || ' ' || birthday from contact where id = 900001"))
                .isEqualTo("Grace Shaw 1980-02-03");
    }

    @Test
    void keepsWhatWasTypedBesideTheField() throws Exception {
        save(DEAL, "amount", "a lot")
                .andExpect(status().isUnprocessableContent())
                .andExpect(header().string("HX-Retarget", "#fact-amount"))
                .andExpect(content().string(allOf(containsString("a lot"), containsString("Please enter a number."))));
        save(DEAL, "expectedCloseDate", "soon")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("soon")));
        save(DEAL, "probability", "130")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("130")));
        save(DEAL, "name", "  ").andExpect(status().isUnprocessableContent());
        save("/customers/900001", "employees", "many")
                .andExpect(status().isUnprocessableContent())
                .andExpect(content()
                        .string(allOf(containsString("many"), containsString("Please enter a whole number."))));
        assertThat(string("select name || ' ' || amount from opportunity where id = 900001"))
                .isEqualTo("Kiln 1000.00");
    }

    @Test
    void anotherFieldThatAnImportBroughtAsItIsStandsInNobodysWay() throws Exception {
        save("/customers/900001", "city", "Leeds").andExpect(redirectedUrl("/customers/900001"));
        save("/customers/900001", "website", "still not one").andExpect(status().isUnprocessableContent());
    }

    @Test
    void aRevenueNeedsItsCurrency() throws Exception {
        perform(post("/customers/900001/fields/annualRevenue")
                        .param("annualRevenue", "5000")
                        .param("currency", "")
                        .with(signedIn(representative))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("5000")));
        save("/customers/900001", "parentId", "900001").andExpect(status().isUnprocessableContent());
    }

    @Test
    void saysWhatSomebodyElseSavedMeanwhileAndThenLetsOneDecide() throws Exception {
        String opened = was(perform(get(DEAL + "/fields/amount").with(signedIn(representative))));
        save(DEAL, "amount", "2000").andExpect(status().is3xxRedirection());
        save(DEAL, "name", "Great kiln").andExpect(status().is3xxRedirection());

        ResultActions refused = save(DEAL, "amount", "3000", opened)
                .andExpect(status().isConflict())
                .andExpect(content().string(allOf(containsString("3000"), containsString("$2,000"))));
        assertThat(string("select amount from opportunity where id = 900001")).isEqualTo("2000.00");

        save(DEAL, "amount", "3000", was(refused)).andExpect(redirectedUrl(DEAL));
        assertThat(string("select name || ' ' || amount from opportunity where id = 900001"))
                .isEqualTo("Great kiln 3000.00");
    }

    @Test
    void twoPeopleAtTwoFieldsDoNotMeet() throws Exception {
        String opened = was(perform(get(DEAL + "/fields/amount").with(signedIn(representative))));
        save(DEAL, "nextStep", "Send the offer").andExpect(status().is3xxRedirection());
        save(DEAL, "amount", "4000", opened).andExpect(redirectedUrl(DEAL));
    }

    @Test
    void isNotThereForAColleagueNorForOtherFields() throws Exception {
        perform(get(DEAL + "/fields/amount").with(signedIn(colleague))).andExpect(status().isNotFound());
        perform(post(DEAL + "/fields/amount")
                        .param("amount", "1")
                        .with(signedIn(colleague))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        for (String field : new String[] {"ownerId", "stageId", "state", "version", "baseAmount"}) {
            save(DEAL, field, "1").andExpect(status().isNotFound());
        }
        save(DEAL, "customerId", "424242").andExpect(status().isNotFound());
        assertThat(string("select amount from opportunity where id = 900001")).isEqualTo("1000.00");
    }

    private ResultActions save(String record, String field, String value) throws Exception {
        return save(record, field, value, null);
    }

    private ResultActions save(String record, String field, String value, String was) throws Exception {
        var request = post(record + "/fields/" + field)
                .param(field, value)
                .header("HX-Request", "true")
                .with(signedIn(representative))
                .with(csrf());
        return perform(was == null ? request : request.param("was", was));
    }

    private static String was(ResultActions answer) throws Exception {
        Matcher mark = Pattern.compile("name=\"was\" value=\"(\\w+)\"")
                .matcher(answer.andReturn().getResponse().getContentAsString());
        assertThat(mark.find())
                .as("the form has a mark of the value it began with")
                .isTrue();
        return mark.group(1);
    }

    /** Each request ends as its transaction would: written, and read anew by the next. */
    private ResultActions perform(RequestBuilder request) throws Exception {
        ResultActions result = mvc.perform(request);
        entities.flush();
        entities.clear();
        return result;
    }

    private String string(String sql) {
        return database.sql(sql).query(String.class).single();
    }
}
