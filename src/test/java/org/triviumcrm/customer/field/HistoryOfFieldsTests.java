package org.triviumcrm.customer.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.customer.FieldKind;
import org.triviumcrm.customer.field.CustomFieldsTests.Carried;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.search.SearchTarget;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleCompany;

/** What was changed in fields that were added stands in the history of their records, as people read it: names, not numbers and keys. */
@CommittingTest
class HistoryOfFieldsTests {

    private static final Pattern CHANGE = Pattern.compile("<dt>(.*?)</dt>\\s*<dd>(.*?)</dd>", Pattern.DOTALL);

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    SampleCompany company;

    @Autowired
    List<SearchTarget> targets;

    private Viewer administrator;
    private long colleague;

    @BeforeEach
    void company() {
        company.found();
        administrator = company.administrator();
        colleague = company.id("person");
        database.sql("update person set name = 'Ann Lee' where id = :id")
                .param("id", administrator.personId())
                .update();
        database.sql("update person set name = 'Bo Chen' where id = :id")
                .param("id", colleague)
                .update();
    }

    static List<Carried> carried() {
        return CustomFieldsTests.carried().toList();
    }

    /**
     * What is typed in a field, and what its history says then.
     *
     * @param shown as a person who reads English has it; empty for what is empty
     */
    private record Typed(String key, String[] sent, String shown) {

        static Typed of(String key, Object sent, String shown) {
            return new Typed(key, new String[] {sent.toString()}, shown);
        }
    }

    @ParameterizedTest
    @MethodSource("carried")
    void aChangeOfEachKindOfField(Carried carried) throws Exception {
        for (FieldKind kind : FieldKind.values()) {
            add(carried, kind, kind.name(), kind == FieldKind.RECORD ? "customer" : null);
        }
        long acme = customer("Acme Mills");
        long globex = customer("Globex");
        List<Typed> first = List.of(
                Typed.of("ofText", "Blue 蓝", "Blue 蓝"),
                Typed.of("ofNumber", "1,234.50", "1,234.5"),
                Typed.of("ofMoney", "12.50", "12.5"),
                Typed.of("ofDate", "2026-05-04", "May 4, 2026"),
                Typed.of("ofChoice", "small", "Small"),
                new Typed("ofChoices", new String[] {"", "large", "small"}, "Large, Small"),
                Typed.of("ofYesNo", "true", "yes"),
                Typed.of("ofPerson", administrator.personId(), "Ann Lee"),
                Typed.of("ofRecord", acme, "Acme Mills"));
        List<Typed> second = List.of(
                Typed.of("ofText", "Red", "Red"),
                Typed.of("ofNumber", "7", "7"),
                Typed.of("ofMoney", "99", "99"),
                Typed.of("ofDate", "2026-06-05", "Jun 5, 2026"),
                Typed.of("ofChoice", "large", "Large"),
                new Typed("ofChoices", new String[] {"", "small"}, "Small"),
                Typed.of("ofYesNo", "false", "no"),
                Typed.of("ofPerson", colleague, "Bo Chen"),
                Typed.of("ofRecord", globex, "Globex"));

        String at = created(carried, first);
        assertThat(history(at)).contains("Of money:  → EUR");
        first.forEach(one -> assertThat(history(at)).contains(named(one) + ":  → " + one.shown()));
        for (int n = 0; n < first.size(); n++) {
            Typed before = first.get(n);
            Typed after = second.get(n);
            in(at, after);
            assertThat(history(at).get(0)).isEqualTo(named(before) + ": " + before.shown() + " → " + after.shown());
        }
        for (Typed one : second) {
            in(at, Typed.of(one.key(), "", ""));
            assertThat(history(at)).first().isEqualTo(named(one) + ": " + one.shown() + " → empty");
        }
        database.sql("update person set locale = 'zh-CN'").update();
        assertThat(history(at)).contains("Of choice: 小 → 大", "Of choices: 大, 小 → 小");
    }

    /** Links can lead to whatever search finds. */
    @ParameterizedTest
    @MethodSource("carried")
    void aLinkToEachKindOfRecord(Carried carried) throws Exception {
        for (SearchTarget target : targets) {
            add(carried, FieldKind.RECORD, target.noun(), target.noun());
        }
        String at = created(carried, List.of());
        for (SearchTarget target : targets) {
            long id = company.id(target.table());
            String name = database.sql("select name from " + target.table() + " where id = :id")
                    .param("id", id)
                    .query(String.class)
                    .single();
            String key = "of" + target.noun().substring(0, 1).toUpperCase(Locale.ROOT)
                    + target.noun().substring(1);
            in(at, Typed.of(key, id, name));
            assertThat(history(at)).first().isEqualTo("Of " + target.noun() + ":  → " + name);
        }
    }

    private static String named(Typed one) {
        return "Of " + one.key().substring(2).replaceAll("(?<=.)([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    /** Each line, the latest first. */
    private List<String> history(String at) {
        try {
            String page = mvc.perform(get(at + "/history").with(signedIn(administrator)))
                    .andExpect(status().isOk())
                    .andReturn()
                    .getResponse()
                    .getContentAsString(StandardCharsets.UTF_8);
            return CHANGE.matcher(page)
                    .results()
                    .map(HistoryOfFieldsTests::line)
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String line(MatchResult change) {
        String values = change.group(2).replaceAll("<span.*?</span>", "|").replaceAll("<[^>]*>", "");
        String[] both = values.contains("|") ? values.split("\\|+\\s*\\|*") : new String[] {"", values};
        return change.group(1) + ": " + both[0].strip() + " → " + both[both.length - 1].strip();
    }

    private String created(Carried carried, List<Typed> values) throws Exception {
        MockHttpServletRequestBuilder form = post(carried.path()).param("version", "0");
        carried.form().forEach((name, value) -> form.param(name, filled(value)));
        values.forEach(one -> form.param("custom[" + one.key() + "]", one.sent()));
        form.param("custom[ofMoney_currency]", "EUR");
        return sent(form);
    }

    private String filled(String value) {
        return value.equals("{administrator}")
                ? String.valueOf(administrator.personId())
                : value.startsWith("{") ? String.valueOf(company.id(value.substring(1, value.length() - 1))) : value;
    }

    private void in(String at, Typed one) throws Exception {
        MockHttpServletRequestBuilder form = post(at + "/fields/custom-" + one.key());
        form.param("custom[" + one.key() + "]", one.sent());
        if (one.key().equals("ofMoney")) {
            form.param("custom[ofMoney_currency]", "EUR");
        }
        sent(form);
    }

    private void add(Carried carried, FieldKind kind, String of, @Nullable String target) throws Exception {
        MockHttpServletRequestBuilder form = post("/administration/fields")
                .param("noun", carried.noun())
                .param("kind", kind.name())
                .param("name", "Of " + of.toLowerCase(Locale.ROOT).replace('_', ' '))
                .param("active", "true")
                .param("position", "10");
        if (kind.isChosen()) {
            form.param("choices", "Small = 小\nLarge = 大");
        }
        if (target != null) {
            form.param("target", target);
        }
        sent(form);
    }

    private long customer(String name) {
        return database.sql(
                        "insert into customer (id, name, created_at, updated_at) values (nextval('customer_seq'), :name, now(), now()) returning id")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private String sent(MockHttpServletRequestBuilder request) throws Exception {
        return Objects.requireNonNull(
                mvc.perform(request.with(signedIn(administrator)).with(csrf()))
                        .andExpect(status().is3xxRedirection())
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl());
    }
}
