package org.triviumcrm.approval.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.IntegrationTest;

@IntegrationTest
class InboxTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    InboxRows rows;

    @Autowired
    InboxCount count;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    private Viewer ann;
    private Viewer bob;
    private Viewer administrator;

    @BeforeEach
    void people() {
        ann = accounts.representative(null);
        bob = accounts.nobody();
        administrator = accounts.administrator();
    }

    @Test
    void eachTabShowsWhatIsOnesOwn() throws Exception {
        rows.submitted("Harbour crane", ann, bob);
        long finished = rows.submitted("Lighthouse lamp", ann, bob);
        rows.decided(finished, bob, false, "Far too bright");
        rows.copy(finished, administrator);

        assertThat(page(bob, "/approvals"))
                .contains("Harbour crane", "€750,000", ann.name(), "Team manager")
                .doesNotContain("Lighthouse lamp");
        assertThat(page(bob, "/approvals/done"))
                .contains("Lighthouse lamp", "Rejected", "Far too bright")
                .doesNotContain("Harbour crane");
        assertThat(page(ann, "/approvals/mine")).contains("Harbour crane", "Running", bob.name(), "Lighthouse lamp");
        assertThat(page(administrator, "/approvals/copies"))
                .contains("Lighthouse lamp")
                .doesNotContain("Harbour crane");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/approvals",
                "/approvals/done",
                "/approvals/mine",
                "/approvals/copies",
                "/approvals?f.title.contains=harbour",
                "/lists/approvalTodo/export.csv",
                "/lists/approvalDone/export.csv",
                "/lists/approvalMine/export.csv",
                "/lists/approvalCopy/export.csv"
            })
    void whoMaySeeEverythingSeesNothingOfOthersHere(String address) throws Exception {
        long id = rows.submitted("Harbour crane", ann, bob);
        rows.copy(id, bob);
        rows.decided(rows.submitted("Harbour lamp", ann, bob), bob, true, "");
        assertThat(page(administrator, address)).doesNotContain("Harbour crane", "Harbour lamp");
    }

    @Test
    void saysInWhosePlaceAndWhatIsLate() throws Exception {
        long id = rows.submitted("Harbour crane", ann);
        rows.task(id, bob, administrator, Instant.now().minus(Duration.ofHours(3)));
        assertThat(page(bob, "/approvals"))
                .contains(administrator.name(), "overdue", "3 hours ago", "/approvals/cases/" + id);
        rows.task(rows.submitted("In time", ann), ann, null, Instant.now().plus(Duration.ofHours(3)));
        assertThat(page(ann, "/approvals")).contains("In time").doesNotContain("overdue");
    }

    @Test
    void findsByAnyPartOfTheTitleAndSorts() throws Exception {
        rows.submitted("Harbour crane", ann, bob);
        rows.submitted("港口起重机", ann, bob);
        assertThat(page(bob, "/approvals?f.title.contains=起重"))
                .contains("港口起重机")
                .doesNotContain("Harbour crane");
        assertThat(page(bob, "/approvals?f.submitter=" + ann.personId() + "&sort=amount&f.amount=1..800000"))
                .contains("港口起重机", "Harbour crane");
        assertThat(page(bob, "/approvals?sort=-due")).contains("港口起重机", "Harbour crane");
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() throws Exception {
        for (int i = 10; i < 35; i++) {
            rows.submitted("Crane " + i, ann, bob);
        }
        jdbc.sql("update approval_task set opened_at = now() - id * interval '1 minute'")
                .update();
        String first = page(bob, "/approvals?size=20");
        assertThat(first).contains("Crane 10<", "Crane 29<").doesNotContain("Crane 30<");
        String next =
                first.replaceAll("(?s).*rel=\"next\" href=\"([^\"]*)\".*", "$1").replace("&amp;", "&");
        assertThat(page(bob, next)).contains("Crane 30<", "Crane 34<").doesNotContain("Crane 29<");
    }

    @Test
    void anEmptyTabSaysWhatComesThere() throws Exception {
        assertThat(page(bob, "/approvals")).contains("Nothing waits for you");
        assertThat(page(bob, "/approvals/mine")).contains("who is asked");
    }

    @Test
    void countsWhatIsToDoFromTheIndexAlone() {
        rows.decided(rows.submitted("Old", ann, bob), bob, true, "");
        rows.submitted("One", ann, bob);
        rows.submitted("Two", ann, bob, administrator);
        assertThat(counted(bob)).isEqualTo(2);
        assertThat(counted(administrator)).isOne();
        jdbc.sql("set local enable_seqscan = off").update();
        jdbc.sql("set local enable_bitmapscan = off").update();
        assertThat(String.join(
                        "\n",
                        jdbc.sql("explain " + count.sql().replace("p.id", "" + bob.personId()))
                                .query(String.class)
                                .list()))
                .contains("Index Only Scan using approval_task_todo");
    }

    private long counted(Viewer person) {
        return jdbc.sql("select (" + count.sql() + ") from person p where p.id = ?")
                .param(person.personId())
                .query(Long.class)
                .single();
    }

    private String page(Viewer viewer, String address) throws Exception {
        MockHttpServletResponse answer = mvc.perform(get(URI.create(address.replace("起重", "%E8%B5%B7%E9%87%8D")))
                        .with(signedIn(viewer)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }
}
