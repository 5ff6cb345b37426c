package org.triviumcrm.approval.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.approval.dossier.CaseBench.step;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.approval.definition.Mode;
import org.triviumcrm.approval.engine.Timers;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;

/** What the page of a case shows to whom, and what it lets them do. */
@CommittingTest
@Import({Timers.class, CaseBench.class, CaseBench.Deals.class})
class CasePageTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseBench bench;

    @Autowired
    TestSubject deals;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    private Viewer submitter;
    private Viewer first;
    private Viewer second;
    private Viewer stranger;
    private long id;
    private String address;

    @BeforeEach
    void aCase() {
        deals.clear();
        submitter = accounts.representative(null);
        first = accounts.representative(null);
        second = accounts.representative(null);
        stranger = accounts.representative(null);
        bench.flow(step("s1", Mode.ALL, null, first), step("s2", Mode.ALL, null, second));
        id = bench.submit(submitter, 7, "600000");
        address = "/approvals/cases/" + id;
    }

    @Test
    void showsEachWhatTheyMaySee() throws Exception {
        assertThat(page(first)).contains("Deal 7", "600000", "Please", "Being approved", address + "/approval?taskId=");
        assertThat(page(submitter)).contains("600000", address + "/recall").doesNotContain("/approval?taskId=");
        assertThat(status(second, get(address))).as("not asked yet").isEqualTo(404);
        assertThat(status(stranger, get(address))).isEqualTo(404);
        assertThat(page(accounts.administrator()))
                .as("who looks after all of them")
                .contains("600000")
                .doesNotContain("/approval?taskId=");

        deals.seenBy.add(stranger.personId());
        assertThat(page(stranger))
                .as("who sees the record")
                .contains("Deal 7", submitter.name() + " submitted it")
                .doesNotContain("600000", "600,000", address + "/comments");
        assertThat(status(stranger, get(address + "/copies"))).isEqualTo(404);
        assertThat(status(stranger, post(address + "/comments").param("text", "Hello")))
                .isEqualTo(404);
    }

    @Test
    void saysWhoWasAsked() throws Exception {
        Viewer last = accounts.representative(null);
        assertThat(page(submitter)).contains("Asked for “Step s1”: " + first.name());
        bench.newVersion(
                Instant.now(),
                ConditionGroup.ALWAYS,
                step("s1", Mode.ALL, null, first, second),
                step("s2", Mode.IN_SEQUENCE, null, stranger, last));
        id = bench.submit(submitter, 8, "600000");
        address = "/approvals/cases/" + id;
        assertThat(page(submitter)).contains("Asked for “Step s1”: " + first.name() + " · " + second.name() + "<");
        decide(first);
        decide(second);
        assertThat(page(submitter))
                .contains("Asked for “Step s2”: " + stranger.name() + "<")
                .doesNotContain("Asked for “Step s2”: " + last.name());
        decide(stranger);
        assertThat(page(submitter)).as("once it was their turn").contains("Asked for “Step s2”: " + last.name() + "<");
        deals.seenBy.add(second.personId());
        assertThat(text(second, get("/approvals/subjects/deal/8").header("HX-Request", "true")))
                .as("on the record's page")
                .contains(
                        "Asked for “Step s1”: " + first.name() + " · " + second.name() + "<",
                        "Asked for “Step s2”: " + last.name() + "<");
        jdbc.sql("update approval_trail set for_person_id = null where kind = 'ASKED'")
                .update();
        assertThat(page(submitter)).as("as versions before noted it").contains("Asked: Step s1<");
    }

    private void decide(Viewer approver) throws Exception {
        MockHttpServletRequestBuilder approval = post(address + "/approval")
                .param("taskId", "" + bench.task(id, approver))
                .param("version", "" + bench.version(id));
        assertThat(status(approver, approval)).isEqualTo(302);
    }

    @Test
    void isDecidedAsItWasShown() throws Exception {
        long task = bench.task(id, first);
        assertThat(text(first, get(address + "/rejection"))).contains("name=\"taskId\" value=\"" + task + "\"");
        assertThat(status(
                        first,
                        post(address + "/rejection").param("taskId", "" + task).param("version", "0")))
                .as("without a reason")
                .isEqualTo(422);
        assertThat(status(second, decision(task))).as("somebody else's").isEqualTo(404);
        assertThat(status(first, decision(task))).isEqualTo(302);
        assertThat(page(first)).contains(first.name() + " approved", "after less than a minute");
        MockHttpServletResponse late = answer(first, decision(task));
        assertThat(late.getForwardedUrl()).isEqualTo(address + "/late");
        MockHttpServletResponse why = answer(first, get(address + "/late"));
        assertThat(why.getStatus()).isEqualTo(409);
        assertThat(why.getContentAsString()).contains(first.name() + " approved", "href=\"" + address + "\"");
        assertThat(status(stranger, get(address + "/late"))).isEqualTo(404);
    }

    @Test
    void otherThingsAreDoneWithIt() throws Exception {
        String task = "" + bench.task(id, first);
        MockHttpServletRequestBuilder toSubmitter = post(address + "/delegation")
                .param("taskId", task)
                .param("version", "0")
                .param("personId", "" + submitter.personId());
        assertThat(text(first, toSubmitter)).contains("can not decide on it", submitter.name());
        assertThat(status(
                        first,
                        post(address + "/addition")
                                .param("taskId", task)
                                .param("version", "0")
                                .param("personId", "" + stranger.personId())))
                .isEqualTo(302);
        assertThat(page(stranger)).contains("/approval?taskId=");
        assertThat(status(submitter, post(address + "/comments").param("text", "Hurry")))
                .isEqualTo(302);
        assertThat(page(first)).contains("Hurry");
        assertThat(bench.told(first)).endsWith("approval.notice.commented");
        assertThat(status(first, post(address + "/copies").param("personId", "" + second.personId())))
                .isEqualTo(302);
        assertThat(page(second)).contains("600000");
        assertThat(jdbc.sql("select count(*) from approval_copy where seen_at is not null")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(text(first, post(address + "/copies").param("personId", "" + second.personId())))
                .contains("sees it already");
        assertThat(status(
                        first,
                        post(address + "/return")
                                .param("taskId", task)
                                .param("version", "0")
                                .param("changes", "Less")))
                .isEqualTo(302);
        assertThat(page(submitter)).contains("Less", address + "/resubmission");
        assertThat(text(submitter, get(address + "/resubmission"))).contains("Please", "Less");
        assertThat(status(first, post(address + "/resubmission").param("version", "1")))
                .isEqualTo(404);
        assertThat(status(submitter, post(address + "/resubmission").param("version", "1")))
                .isEqualTo(302);
        assertThat(status(first, post(address + "/recall"))).isEqualTo(404);
        assertThat(status(submitter, post(address + "/recall"))).isEqualTo(302);
        assertThat(answer(submitter, post(address + "/recall")).getForwardedUrl())
                .endsWith("/late");
        assertThat(answer(submitter, get(address + "/resubmission")).getForwardedUrl())
                .endsWith("/late");
    }

    @Test
    void hasFilesForThoseWhoSeeAllOfIt() throws Exception {
        byte[] large = "%PDF-1.7 ".repeat(300_000).getBytes(StandardCharsets.US_ASCII);
        assertThat(attach(first, "../Contract 合同.pdf", large)).isEqualTo(302);
        long file =
                jdbc.sql("select id from approval_attachment").query(Long.class).single();
        assertThat(bench.count("approval_attachment_chunk")).as("pieces").isEqualTo(3);
        MockHttpServletResponse download = answer(submitter, get(address + "/attachments/" + file));
        assertThat(download.getContentAsByteArray()).isEqualTo(large);
        assertThat(download.getContentType()).isEqualTo("application/pdf");
        assertThat(download.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(download.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("Contract%20%E5%90%88%E5%90%8C.pdf")
                .doesNotContain("..");
        deals.seenBy.add(stranger.personId());
        assertThat(status(stranger, get(address + "/attachments/" + file))).isEqualTo(404);
        assertThat(status(first, get(address + "/attachments/" + (file + 1)))).isEqualTo(404);
        assertThat(attach(stranger, "a.pdf", large)).isEqualTo(404);
        assertThat(attach(first, "page.html", large)).as("kind").isEqualTo(422);
        assertThat(attach(first, "a.png", large)).as("not what its name says").isEqualTo(422);
        assertThat(attach(first, "a.txt", new byte[0])).as("empty").isEqualTo(422);
        assertThat(attach(first, "a.txt", new byte[(20 << 20) + 1]))
                .as("too large")
                .isEqualTo(422);
        assertThat(bench.count("approval_attachment")).isOne();
    }

    @Test
    void whoSeesTheRecordSeesWhatBecameOfIt() throws Exception {
        assertThat(status(stranger, get("/approvals/subjects/deal/7"))).isEqualTo(404);
        assertThat(status(stranger, get("/approvals/subjects/nothing/7"))).isEqualTo(404);
        deals.seenBy.add(stranger.personId());
        assertThat(text(stranger, get("/approvals/subjects/deal/8"))).contains("Nothing of this record");
        assertThat(text(stranger, get("/approvals/subjects/deal/7").header("HX-Request", "true")))
                .contains("Being approved", first.name(), submitter.name() + " submitted it", address)
                .doesNotContain("<html");
    }

    private MockHttpServletRequestBuilder decision(long task) {
        return post(address + "/approval")
                .param("taskId", "" + task)
                .param("version", "0")
                .param("comment", "Fine");
    }

    private int attach(Viewer viewer, String name, byte[] bytes) throws Exception {
        return mvc.perform(multipart(address + "/attachments")
                        .file(new MockMultipartFile("file", name, "text/html", bytes))
                        .with(csrf())
                        .with(signedIn(viewer)))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private String page(Viewer viewer) throws Exception {
        return text(viewer, get(address));
    }

    private int status(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
        return answer(viewer, request).getStatus();
    }

    private String text(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
        return answer(viewer, request).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(Viewer viewer, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(csrf()).with(signedIn(viewer)))
                .andReturn()
                .getResponse();
    }
}
