package org.triviumcrm.shared.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** Two people have changed a record since the form was opened: who changed what, and what the form makes of it. */
@CommittingTest
class ThreeWayConflictTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient database;

    private Viewer administrator;
    private Viewer colleague;
    private final Map<String, String> opened = new LinkedHashMap<>();
    private String customer = "";

    @BeforeEach
    void aCustomer() throws Exception {
        administrator = accounts.administrator();
        colleague = accounts.representative(null);
        opened.putAll(Map.of("name", "Acme", "city", "Leeds", "phone", "+44 113 4960000", "country", "GB"));
        opened.putAll(Map.of("employees", "100", "annualRevenue", "1000.50", "currency", "USD", "version", "0"));
        opened.put("ownerId", "" + administrator.personId());
        customer = send("/customers", opened).andReturn().getResponse().getRedirectedUrl();
    }

    @Test
    void eachSidesOwnChangesStandAndOnlyThoseOfBothAreLeftToDecide() throws Exception {
        save(with(Map.of("city", "York", "phone", "+44 113 4960001", "ownerId", "" + colleague.personId())));

        Map<String, String> mine =
                with(Map.of("phone", "+44 113 4960002", "employees", "200", "annualRevenue", "1000.5", "note", "Mine"));
        String page = conflict(mine);

        assertThat(change(page, "city")).isEqualTo("them");
        assertThat(change(page, "ownerId")).isEqualTo("them");
        assertThat(change(page, "employees")).isEqualTo("you");
        assertThat(change(page, "note")).isEqualTo("you");
        assertThat(change(page, "phone")).isEqualTo("both");
        assertThat(page).doesNotContain("data-take=\"annualRevenue\"").doesNotContain("data-take=\"country\"");

        assertThat(value(page, "city")).isEqualTo("York");
        assertThat(value(page, "phone")).isEqualTo("+44 113 4960002");
        assertThat(value(page, "employees")).isEqualTo("200");
        assertThat(page).contains(">" + colleague.name() + "</option>").contains(">Mine</textarea>");
        assertThat(button(page, "city")).contains("Take mine", "value=\"Leeds\"");
        assertThat(button(page, "phone")).contains("Take the saved one", "value=\"+44 113 4960001\"");

        mine.put("city", value(page, "city"));
        mine.put("ownerId", "" + colleague.personId());
        mine.put("version", value(page, "version"));
        save(mine);
        assertThat(database.sql("select city || ' ' || phone || ' ' || employees || ' ' || owner_id from customer")
                        .query(String.class)
                        .single())
                .isEqualTo("York +44 113 4960002 200 " + colleague.personId());
    }

    @Test
    void severalSavesMeanwhileAreOneChange() throws Exception {
        save(with(Map.of("city", "York")));
        save(with(Map.of("city", "Leeds", "country", "FR", "version", "1")));

        String page = conflict(with(Map.of("city", "Hull")));

        assertThat(change(page, "city")).as("they have taken theirs back").isEqualTo("you");
        assertThat(change(page, "country")).isEqualTo("them");
        assertThat(value(page, "city")).isEqualTo("Hull");
        assertThat(value(page, "country")).isEqualTo("FR");
    }

    @Test
    void whatWasEmptiedIsAChangeToo() throws Exception {
        save(with(Map.of("city", "")));

        String page = conflict(with(Map.of("employees", "")));

        assertThat(change(page, "city")).isEqualTo("them");
        assertThat(value(page, "city")).isEmpty();
        assertThat(change(page, "employees")).isEqualTo("you");
        assertThat(value(page, "employees")).isEmpty();
    }

    @Test
    void withoutAHistoryBothVersionsAreShownAsTheyAre() throws Exception {
        database.sql("update customer_aud set version = null").update();
        save(with(Map.of("city", "York")));

        String page = conflict(with(Map.of("employees", "200")));

        assertThat(page)
                .contains("data-take=\"city\"", "data-take=\"employees\"")
                .doesNotContain("Changed by");
        assertThat(value(page, "city")).isEqualTo("Leeds");
    }

    /** Statements and entities take the numbers of their revisions from one row, in the order of the changes. */
    @Test
    void changesOfManyAtOnceAreAmongThem() throws Exception {
        save(with(Map.of("city", "York")));
        send(
                        "/lists/customer/bulk/transfer/runs",
                        Map.of("ids", customer.replaceAll("\\D", ""), "ownerId", "" + colleague.personId()))
                .andExpect(status().is3xxRedirection());
        save(with(Map.of("country", "FR", "ownerId", "" + colleague.personId(), "city", "York", "version", "2")));
        assertThat(database.sql("select version from customer_aud order by rev")
                        .query(Integer.class)
                        .list())
                .containsExactly(0, 1, 2, 3);

        String page = conflict(with(Map.of("city", "York", "version", "1")));

        assertThat(change(page, "ownerId")).isEqualTo("them");
        assertThat(change(page, "country")).isEqualTo("them");
        assertThat(page).doesNotContain("data-take=\"city\"");
    }

    @Test
    void membersOfASetAreComparedAsAWhole() throws Exception {
        Map<String, String> role = new LinkedHashMap<>(Map.of("name", "Clerk", "permissions", "identity.log.view"));
        role.put("access[customer]", "TEAM");
        role.put("version", "0");
        String address =
                send("/administration/roles", role).andReturn().getResponse().getRedirectedUrl();
        long id = database.sql("select max(id) from role").query(Long.class).single();
        String action = "/administration/roles/" + id;
        assertThat(address).isNotNull();
        role.put("permissions", "customer.customer.view");
        send(action, role).andExpect(status().is3xxRedirection());
        role.put("permissions", "identity.log.view");
        role.put("access[customer]", "ALL");

        String page = text(send(action, role).andExpect(status().isConflict()));

        assertThat(change(page, "permissions")).isEqualTo("them");
        assertThat(change(page, "grants")).isEqualTo("you");
        assertThat(button(page, "permissions"))
                .as("the matrix keeps what was ticked")
                .contains("Take the saved one");
    }

    private Map<String, String> with(Map<String, String> changes) {
        Map<String, String> form = new LinkedHashMap<>(opened);
        form.putAll(changes);
        return form;
    }

    private void save(Map<String, String> form) throws Exception {
        send(customer, form).andExpect(status().is3xxRedirection());
    }

    private String conflict(Map<String, String> form) throws Exception {
        return text(send(customer, form).andExpect(status().isConflict()));
    }

    private ResultActions send(String address, Map<String, String> form) throws Exception {
        MockHttpServletRequestBuilder request =
                post(address).with(signedIn(administrator)).with(csrf());
        form.forEach(request::param);
        return mvc.perform(request);
    }

    private static String text(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }

    /** The row of the table with the two versions. */
    private static String row(String page, String field) {
        for (String row : page.split("<tr")) {
            if (row.contains("data-take=\"" + field + "\"")) {
                return row;
            }
        }
        throw new AssertionError("No row about " + field);
    }

    private static String change(String page, String field) {
        return found(row(page, field), "<span class=\"badge[^\"]*\"[^>]*>([^<]*)<");
    }

    private static String button(String page, String field) {
        return found(row(page, field), "(?s)(<button.*</button>)");
    }

    private static String value(String page, String field) {
        String input = found(page, "(<input[^>]* name=\"" + field + "\"[^>]*>)");
        return found(input, " value=\"([^\"]*)\"");
    }

    private static String found(String text, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as("%s in %s", pattern, text).isTrue();
        return found.group(1);
    }
}
