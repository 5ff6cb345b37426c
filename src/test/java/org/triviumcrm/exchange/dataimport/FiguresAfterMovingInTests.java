package org.triviumcrm.exchange.dataimport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.HtmlUtils;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

/** After the move the pages say what the files say, and each figure leads to exactly its rows. */
@IntegrationTest
class FiguresAfterMovingInTests {

    @Autowired
    MoveIn moveIn;

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    Viewer admin;

    @BeforeEach
    void move() {
        admin = accounts.administrator();
        moveIn.all(admin);
    }

    @Test
    void saysWhatTheFilesSayAndLeadsToTheRows() throws Exception {
        String page = page(get("/insight/figures"));
        assertThat(page).contains("4,238", "$10,005,534", "2,473", "2,089");

        for (String[] figure : new String[][] {
            {"West", "$3,568,647"}, {"Central", "$3,346,293"}, {"East", "$3,090,594"}, {"Darcel Schlecht", "$1,153,214"}
        }) {
            assertThat(rowOf(page, figure[0])).as(figure[0]).contains(figure[1]);
            assertThat(page(get(hrefOf(page, figure[0]))))
                    .as("rows of " + figure[0])
                    .contains("<strong>" + figure[1].substring(1) + "</strong>");
        }
        assertThat(rowOf(page, "Engaging")).contains("1,589");
        assertThat(rowOf(page, "Prospecting")).contains("500");
        assertThat(page(get(hrefOf(page, "Engaging")))).contains("1,589");
    }

    @Test
    void ordersTheOfficesByWhatTheyWon() throws Exception {
        String page = page(get("/insight/figures"));
        assertThat(page.indexOf(">West<")).isLessThan(page.indexOf(">Central<"));
        assertThat(page.indexOf(">Central<")).isLessThan(page.indexOf(">East<"));
    }

    private static String rowOf(String page, String name) {
        int at = page.indexOf(">" + name + "<");
        assertThat(at).as(name).isPositive();
        return page.substring(at, page.indexOf("</tr>", at));
    }

    private static URI hrefOf(String page, String name) {
        Matcher link = Pattern.compile("<a href=\"([^\"]*)\">" + name + "<").matcher(page);
        assertThat(link.find()).as(name).isTrue();
        return URI.create(HtmlUtils.htmlUnescape(link.group(1)));
    }

    private String page(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(signedIn(admin)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
