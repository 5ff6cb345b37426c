package org.triviumcrm.shared.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** What is drawn once is drawn for whom it may be shown to; what Java draws is escaped as the pages' other words are. */
@IntegrationTest
class KitTests {

    private static final Pattern PLACE =
            Pattern.compile("<li class=\"nav-item( active)?\">\\s*<a class=\"nav-link\" href=\"([^\"]+)\"");
    private static final Pattern PALETTE = Pattern.compile("<a class=\"palette-item\"[^>]* href=\"([^\"]+)\"");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Test
    void everybodySeesTheirOwnPlacesWhoeverCameBefore() throws Exception {
        Viewer administrator = accounts.administrator();
        Viewer seller = accounts.allowed("customer.customer.view", "customer.customer.create");
        Viewer nobody = accounts.allowed("customer.customer.view");
        for (int time = 0; time < 2; time++) {
            assertThat(places(page("/customers", administrator)))
                    .hasSizeGreaterThan(20)
                    .contains("/", "/customers", "/contacts");
            assertThat(places(page("/customers", seller)))
                    .contains("/customers")
                    .doesNotContain("/contacts");
            assertThat(palette(page("/customers", seller))).contains("/customers/new", "/customers");
            assertThat(palette(page("/customers", nobody)))
                    .contains("/customers")
                    .doesNotContain("/customers/new", "/contacts");
        }
    }

    @Test
    void thePresentPlaceIsMarkedAndNamedInTheLanguageOfTheReader() throws Exception {
        Viewer administrator = accounts.administrator();
        Viewer chinese = accounts.administrator();
        jdbc.sql("update person set locale = 'zh-CN' where id = ?")
                .param(chinese.personId())
                .update();
        for (int time = 0; time < 2; time++) {
            assertThat(active(page("/customers", administrator))).containsExactly("/customers");
            assertThat(active(page("/", administrator))).containsExactly("/");
            assertThat(page("/customers", administrator)).contains("<span class=\"nav-link-title\">Customers</span>");
            assertThat(page("/customers", chinese)).contains("<span class=\"nav-link-title\">客户</span>");
        }
    }

    @Test
    void namesInRowsAreWordsNotMarkup() throws Exception {
        jdbc.sql(
                        "insert into customer (id, name, website, created_at, updated_at) values (930000001, ?, ?, now(), now())")
                .param("Kit <b>\"&'")
                .param("https://kit.example/?a=1&b=\"<i>")
                .update();
        assertThat(page("/customers?f.name=Kit", accounts.administrator()))
                .contains(
                        "<td class=\"list-title card-title-cell\" data-label=\"Name\"><a href=\"/customers/930000001\">Kit &lt;b&gt;&quot;&amp;&#39;</a></td>")
                .contains("aria-label=\"Select Kit &lt;b&gt;&quot;&amp;&#39;\"")
                .doesNotContain("Kit <b>")
                .doesNotContain("<i>");
    }

    private String page(String address, Viewer viewer) throws Exception {
        return mvc.perform(get(address).with(signedIn(viewer)))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static List<String> places(String page) {
        return PLACE.matcher(page).results().map(place -> place.group(2)).toList();
    }

    private static List<String> active(String page) {
        return PLACE.matcher(page)
                .results()
                .filter(place -> place.group(1) != null)
                .map(place -> place.group(2))
                .toList();
    }

    private static List<String> palette(String page) {
        return PALETTE.matcher(page)
                .results()
                .map((MatchResult place) -> place.group(1))
                .toList();
    }
}
