package org.triviumcrm.customer.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.customer.FieldCarrier;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.IntegrationTest;
import org.triviumcrm.testing.SampleCompany;

/** A field of each kind on each kind of record: in its forms, on its page, in its list. */
@IntegrationTest
class CustomFieldsTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    EntityManager entities;

    @Autowired
    FieldCatalogue catalogue;

    @Autowired
    Clock clock;

    @Autowired
    SampleCompany company;

    @Autowired
    List<FieldCarrier> carriers;

    private Viewer administrator;

    @BeforeEach
    void company() {
        company.found();
        administrator = company.administrator();
        database.sql("delete from custom_choice").update();
        database.sql("delete from custom_field").update();
    }

    /**
     * A kind of record with custom fields.
     *
     * @param path of its list
     * @param form what a new one needs beside them; in braces a record of the sample company
     */
    record Carried(String noun, String path, Map<String, String> form) {
        @Override
        public String toString() {
            return noun;
        }
    }

    static Stream<Carried> carried() {
        return Stream.of(
                new Carried("customer", "/customers", Map.of("name", "Acme Foods")),
                new Carried("contact", "/contacts", Map.of("name", "Ann Foods")),
                new Carried(
                        "lead",
                        "/marketing/leads",
                        Map.of("fullName", "Ann Foods", "noEmail", "false", "noCall", "false")),
                new Carried(
                        "campaign",
                        "/marketing/campaigns",
                        Map.of(
                                "name",
                                "Spring",
                                "methodId",
                                "{marketing_term}",
                                "startOn",
                                "2026-01-01",
                                "endOn",
                                "2026-02-01",
                                "currency",
                                "USD",
                                "ownerId",
                                "{administrator}")),
                new Carried(
                        "opportunity",
                        "/sales/opportunities",
                        Map.of("name", "A press", "currency", "USD", "stageId", "{stage}")),
                new Carried(
                        "ticket",
                        "/support/tickets",
                        Map.of(
                                "name",
                                "It stops",
                                "channel",
                                "PHONE",
                                "priority",
                                "LOW",
                                "queueId",
                                "{ticket_queue}")));
    }

    /** No kind of record is left out here. */
    @Test
    void thisIsAboutAllOfThem() {
        assertThat(carried().map(Carried::noun))
                .containsExactlyInAnyOrderElementsOf(
                        carriers.stream().map(FieldCarrier::noun).toList());
    }

    @ParameterizedTest
    @MethodSource("carried")
    void aFieldOfEachKind(Carried carried) throws Exception {
        for (FieldKind kind : FieldKind.values()) {
            add(carried, kind);
        }
        assertThat(page(get(carried.path() + "/new")))
                .contains("Of text", "custom[ofText]", "custom[ofMoney_currency]", "custom[ofChoices]", "Say Of date");

        mvc.perform(save(carried, carried.path(), Map.of("ofNumber", "many", "ofDate", "tomorrow", "ofText", "kept")))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("A number such as")))
                .andExpect(content().string(containsString("A date such as")))
                .andExpect(content().string(containsString("value=\"many\"")))
                .andExpect(content().string(containsString("value=\"kept\"")));

        String at = created(carried, values(carried));
        assertThat(stored(carried, at))
                .isEqualTo("{\"ofDate\": \"2026-05-04\", \"ofText\": \"Blue 蓝\", \"ofMoney\": 12.5, \"ofYesNo\": true,"
                        + " \"ofChoice\": \"small\", \"ofNumber\": 1234.5, \"ofPerson\": " + administrator.personId()
                        + ", \"ofRecord\": " + target()
                        + ", \"ofChoices\": [\"large\", \"small\"], \"ofMoney_currency\": \"EUR\"}");
        assertThat(page(get(at)))
                .contains("Blue 蓝", "1,234.5", "€12.50", "May 4, 2026", "Large, Small", "/customers/" + target());

        list(carried, at);
        inPlace(carried, at);
        retired(carried, at);
    }

    /** What stands in a new form unless somebody says otherwise, and where: by position, whatever was added first. */
    @ParameterizedTest
    @MethodSource("carried")
    void defaultsStandInNewFormsInTheirOrder(Carried carried) throws Exception {
        for (String[] one : new String[][] {
            {"NUMBER", "Second", "20", "7.5"},
            {"TEXT", "Third", "30", "Usual"},
            {"YES_NO", "First", "10", "true"},
            {"DATE", "Fourth", "40", "2026-05-04"}
        }) {
            mvc.perform(post("/administration/fields")
                            .param("noun", carried.noun())
                            .param("kind", one[0])
                            .param("name", one[1])
                            .param("active", "true")
                            .param("position", one[2])
                            .param("initial", one[3])
                            .with(signedIn(administrator))
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());
        }
        String form = page(get(carried.path() + "/new"));
        assertThat(form).contains("value=\"7.5\"", "value=\"Usual\"", "value=\"2026-05-04\"");
        assertThat(form).containsSubsequence("custom[first]", "custom[second]", "custom[third]", "custom[fourth]");
        String at = created(carried, Map.of("second", "8", "third", "", "first", "true", "fourth", "2026-05-04"));
        assertThat(stored(carried, at))
                .as("what was emptied is not filled in again")
                .isEqualTo("{\"first\": true, \"fourth\": \"2026-05-04\", \"second\": 8}");
        mvc.perform(post("/administration/fields")
                        .param("noun", carried.noun())
                        .param("kind", "NUMBER")
                        .param("name", "Wrong")
                        .param("active", "true")
                        .param("position", "50")
                        .param("initial", "many")
                        .with(signedIn(administrator))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
    }

    /** "Today" is the day on which a record is made, and "me" whoever makes it, in its form and where nobody was asked. */
    @ParameterizedTest
    @MethodSource("carried")
    void defaultsCanBeTodayAndMe(Carried carried) throws Exception {
        for (String[] one :
                new String[][] {{"DATE", "Begins", "today"}, {"DATE", "Ends", "today+30"}, {"PERSON", "Adviser", "me"}
                }) {
            initial(carried, one[0], one[1], one[2]).andExpect(status().is3xxRedirection());
        }
        initial(carried, "DATE", "Wrong", "tomorrow").andExpect(status().isUnprocessableContent());
        initial(carried, "PERSON", "Wrong", "you").andExpect(status().isUnprocessableContent());
        LocalDate today = LocalDate.ofInstant(clock.instant(), administrator.zone());
        assertThat(page(get(carried.path() + "/new")))
                .contains("value=\"" + today + "\"", "value=\"" + today.plusDays(30) + "\"", administrator.name());
        String at = created(carried, Map.of());
        assertThat(stored(carried, at))
                .isEqualTo("{\"ends\": \"" + today.plusDays(30) + "\", \"begins\": \"" + today + "\", \"adviser\": "
                        + administrator.personId() + "}");
    }

    /** What new records begin with was deleted: they are made without it. */
    @ParameterizedTest
    @MethodSource("carried")
    void aDefaultThatIsGoneIsLeftOut(Carried carried) throws Exception {
        database.sql(
                        "insert into customer (id, name, created_at, updated_at) values (990777, 'Soon gone', now(), now())")
                .update();
        initial(carried, "RECORD", "Belongs to", "990777").andExpect(status().is3xxRedirection());
        assertThat(stored(carried, created(carried, Map.of()))).isEqualTo("{\"belongsTo\": 990777}");
        database.sql("delete from customer where id = 990777").update();
        assertThat(stored(carried, created(carried, Map.of()))).isIn("{}", null);
    }

    private ResultActions initial(Carried carried, String kind, String name, String initial) throws Exception {
        return mvc.perform(post("/administration/fields")
                .param("noun", carried.noun())
                .param("kind", kind)
                .param("name", name)
                .param("active", "true")
                .param("position", "10")
                .param("initial", initial)
                .param("target", kind.equals("RECORD") ? "customer" : "")
                .with(signedIn(administrator))
                .with(csrf()));
    }

    private void list(Carried carried, String at) throws Exception {
        String columns =
                "?columns=customOfText,customOfNumber,customOfMoney,customOfDate,customOfChoice,customOfChoices,"
                        + "customOfYesNo,customOfPerson,customOfRecord";
        String shown = page(get(carried.path() + columns));
        assertThat(shown)
                .contains("Of record", "Blue 蓝", "1,234.5", "Large, Small")
                .doesNotContain("sort=customOfText");
        database.sql("update custom_field set ready = true").update();
        catalogue.change();
        for (String found : new String[] {
            "customOfText=blue",
            "customOfNumber=1000..1300",
            "customOfMoney=12..13",
            "customOfDate=2026-05-01..2026-05-31",
            "customOfChoice=small",
            "customOfChoices=large",
            "customOfYesNo=yes",
            "customOfPerson=me",
            "customOfRecord=" + target(),
            "customOfText.present"
        }) {
            assertThat(page(get(carried.path() + columns + "&f." + found)))
                    .as(found)
                    .contains("Blue 蓝");
        }
        for (String other : new String[] {
            "customOfText=red",
            "customOfNumber=..3",
            "customOfMoney=99..",
            "customOfDate=..2025-01-01",
            "customOfChoice=large",
            "customOfYesNo=no",
            "customOfRecord=3",
            "customOfText.empty"
        }) {
            assertThat(page(get(carried.path() + columns + "&f." + other)))
                    .as(other)
                    .doesNotContain("Blue 蓝");
        }
        for (String key : new String[] {"Text", "Number", "Money", "Date", "Choice", "YesNo", "Person", "Record"}) {
            assertThat(page(get(carried.path() + columns + "&sort=-customOf" + key)))
                    .as(key)
                    .contains("Blue 蓝");
        }
        assertThat(page(get("/lists/" + carried.noun() + "/export.csv" + columns)))
                .contains("Of text", "Blue 蓝", "Small", "2026-05-04");
    }

    private void inPlace(Carried carried, String at) throws Exception {
        assertThat(page(get(at + "/fields/custom-ofChoices"))).contains("custom[ofChoices]", "Large");
        mvc.perform(post(at + "/fields/custom-ofNumber")
                        .param("custom[ofNumber]", "x")
                        .with(signedIn(administrator))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("value=\"x\"")));
        mvc.perform(post(at + "/fields/custom-ofNumber")
                        .param("custom[ofNumber]", "7")
                        .with(signedIn(administrator))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        entities.flush();
        mvc.perform(post(at + "/fields/custom-ofChoices")
                        .param("custom[ofChoices]", "", "small")
                        .with(signedIn(administrator))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection());
        String few = carried.path() + "?columns=customOfText&f.customOfChoices=";
        assertThat(page(get(few + "small"))).contains("Blue 蓝");
        assertThat(page(get(few + "large"))).doesNotContain("Blue 蓝");
        mvc.perform(get(at + "/fields/custom-nothing").with(signedIn(administrator)))
                .andExpect(status().isNotFound());
        assertThat(stored(carried, at)).contains("\"ofNumber\": 7,", "[\"small\"]", "Blue");
    }

    private void retired(Carried carried, String at) throws Exception {
        database.sql("update custom_field set active = false where key = 'ofText'")
                .update();
        catalogue.change();
        mvc.perform(get(at).with(signedIn(administrator))).andExpect(content().string(not(containsString("Blue"))));
        assertThat(stored(carried, at)).contains("Blue");
    }

    private void add(Carried carried, FieldKind kind) throws Exception {
        String name = "Of " + kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        MockHttpServletRequestBuilder form = post("/administration/fields")
                .param("noun", carried.noun())
                .param("kind", kind.name())
                .param("name", name)
                .param("help", "Say " + name)
                .param("active", "true")
                .param("position", String.valueOf(kind.ordinal()))
                .with(signedIn(administrator))
                .with(csrf());
        if (kind.isChosen()) {
            form.param("choices", "Small = 小\nLarge = 大");
        }
        if (kind == FieldKind.RECORD) {
            form.param("target", "customer");
        }
        mvc.perform(form).andExpect(status().is3xxRedirection());
    }

    private Map<String, String> values(Carried carried) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("ofText", " Blue 蓝 ");
        values.put("ofNumber", "1,234.50");
        values.put("ofMoney", "12.50");
        values.put("ofMoney_currency", "EUR");
        values.put("ofDate", "2026-05-04");
        values.put("ofChoice", "small");
        values.put("ofChoices", "large,small");
        values.put("ofYesNo", "true");
        values.put("ofPerson", String.valueOf(administrator.personId()));
        values.put("ofRecord", String.valueOf(target()));
        return values;
    }

    private long target() {
        return database.sql("""
                        insert into customer (id, name, created_at, updated_at) values (990001, 'Target', now(), now())
                        on conflict (id) do update set name = 'Target' returning id""").query(Long.class).single();
    }

    private String created(Carried carried, Map<String, String> values) throws Exception {
        return Objects.requireNonNull(mvc.perform(save(carried, carried.path(), values))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private MockHttpServletRequestBuilder save(Carried carried, String path, Map<String, String> custom) {
        MockHttpServletRequestBuilder form = post(path).param("version", "0");
        carried.form().forEach((name, value) -> form.param(name, filled(value)));
        custom.forEach((key, value) -> form.param("custom[" + key + "]", value));
        return form.with(signedIn(administrator)).with(csrf());
    }

    private String filled(String value) {
        return value.equals("{administrator}")
                ? String.valueOf(administrator.personId())
                : value.startsWith("{") ? String.valueOf(company.id(value.substring(1, value.length() - 1))) : value;
    }

    private String stored(Carried carried, String at) {
        entities.flush();
        entities.clear();
        return database.sql("select custom::text from " + carried.noun() + " where id = :id")
                .param("id", Long.valueOf(at.substring(at.lastIndexOf('/') + 1)))
                .query(String.class)
                .single();
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        entities.flush();
        entities.clear();
        return mvc.perform(request.with(signedIn(administrator)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
