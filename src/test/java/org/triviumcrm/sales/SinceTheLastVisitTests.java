package org.triviumcrm.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleCompany;

/** What others have done to a record since one was there last is marked on its page. */
@CommittingTest
class SinceTheLastVisitTests {

    private static final Pattern MARKED = Pattern.compile(
            "<dt[^>]*><span>([^<]*)</span><span class=\"fresh-dot\" title=\"Changed since your last visit\">"
                    + "<span class=\"visually-hidden\">Changed since your last visit</span></span></dt>");

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleCompany company;

    private Viewer me;
    private Viewer colleague;

    @BeforeEach
    void records() {
        company.found();
        me = accounts.administrator();
        colleague = accounts.administrator();
    }

    @ParameterizedTest
    @CsvSource({
        "opportunity,/sales/opportunities/,nextStep,Next step",
        "customer,/customers/,industry,Industry",
        "contact,/contacts/,jobTitle,Job title",
    })
    void factsThatOthersChangedAreMarkedUntilTheNextVisit(String kind, String path, String field, String label)
            throws Exception {
        String page = path + company.id(kind);
        change(colleague, page, field, "Before the first look");
        visit(kind);
        change(colleague, page, field, "After it");
        assertThat(marked(me, page)).as("at the first visit").isEmpty();
        leave();
        assertThat(marked(me, page)).containsExactly(label);
        assertThat(marked(colleague, page)).as("by oneself").isEmpty();

        visit(kind);
        assertThat(marked(me, page)).as("while one is there").containsExactly(label);
        leave();
        visit(kind);
        assertThat(marked(me, page)).as("at the visit after").isEmpty();

        change(me, page, field, "My own");
        leave();
        assertThat(marked(me, page)).as("changed by oneself").isEmpty();
    }

    @Test
    void whatOthersWroteIsMarkedInWords() throws Exception {
        log(colleague, "Old call");
        visit("opportunity");
        leave();
        log(colleague, "Later call");
        log(me, "My note");
        String timeline = visit("opportunity");
        assertThat(entry(timeline, "Later call")).contains(">New</span>");
        assertThat(entry(timeline, "Old call")).doesNotContain("fresh");
        assertThat(entry(timeline, "My note")).doesNotContain("fresh");
        assertThat(entry(visit("opportunity"), "Later call"))
                .as("a moment later")
                .contains(">New</span>");

        leave();
        visit("opportunity");
        leave();
        database.sql("update activity set updated_at = now() where subject = 'Old call'")
                .update();
        timeline = visit("opportunity");
        assertThat(entry(timeline, "Old call")).contains(">Changed</span>");
        assertThat(entry(timeline, "Later call")).doesNotContain("fresh");
    }

    @Test
    void anotherStageAndStateAreMarkedToo() throws Exception {
        String page = "/sales/opportunities/" + company.id("opportunity");
        company.endCase();
        change(colleague, page, "nextStep", "The first that is kept of it");
        visit("opportunity");
        leave();
        ask(colleague, post(page + "/move").param("stageId", String.valueOf(company.id("other_stage"))), 302);
        assertThat(open(me, page)).containsPattern("Way through the stages</span><span class=\"fresh-dot\"");

        ask(
                colleague,
                post(page + "/win")
                        .param("amount", "120")
                        .param("closedOn", "2026-11-24")
                        .param("note", "Fast delivery"),
                302);
        String won = open(me, page);
        assertThat(won).containsPattern("state-won[^>]*>Won</span>\\s*<span class=\"fresh-dot\"");
        assertThat(marked(me, page)).contains("Amount", "Closed on", "What happened");
    }

    @Test
    void whatOneMayNotSeeIsNotNoted() throws Exception {
        Viewer outsider = accounts.representative(null);
        ask(outsider, get("/activities").param("about", "opportunity:" + company.id("opportunity")), 404);
        assertThat(database.sql("select count(*) from visit").query(Long.class).single())
                .isZero();
    }

    /** The timeline comes after the page and notes the visit. */
    private String visit(String kind) throws Exception {
        return ask(me, get("/activities").param("about", kind + ":" + company.id(kind)), 200);
    }

    /** An hour passes: longer than a visit is interrupted. */
    private void leave() {
        for (String moved :
                List.of("visit seen_at", "visit since", "revision at", "activity created_at", "activity updated_at")) {
            database.sql("update %1$s set %2$s = %2$s - interval '1 hour'".formatted((Object[]) moved.split(" ")))
                    .update();
        }
    }

    private void change(Viewer by, String page, String field, String value) throws Exception {
        ask(by, post(page + "/fields/" + field).param(field, value), 302);
    }

    private void log(Viewer by, String subject) throws Exception {
        ask(
                by,
                post("/activities")
                        .param("about", "opportunity:" + company.id("opportunity"))
                        .param("kind", "CALL")
                        .param("subject", subject),
                302);
    }

    private List<String> marked(Viewer viewer, String page) throws Exception {
        return MARKED.matcher(open(viewer, page))
                .results()
                .map(dot -> dot.group(1))
                .toList();
    }

    private String open(Viewer viewer, String page) throws Exception {
        return ask(viewer, get(page), 200);
    }

    private static String entry(String timeline, String subject) {
        int start = timeline.indexOf("<strong>" + subject);
        assertThat(start).as(subject).isPositive();
        return timeline.substring(start, timeline.indexOf("</div>", start));
    }

    private String ask(Viewer viewer, MockHttpServletRequestBuilder request, int expected) throws Exception {
        return mvc.perform(request.with(csrf()).with(signedIn(viewer)))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
