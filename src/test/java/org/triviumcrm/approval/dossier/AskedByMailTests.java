package org.triviumcrm.approval.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.triviumcrm.testing.Accounts.signedIn;

import jakarta.mail.internet.MimeMessage;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.triviumcrm.approval.ApprovalGate;
import org.triviumcrm.approval.ApprovalNeeded;
import org.triviumcrm.approval.Submission;
import org.triviumcrm.identity.CompanySetUp;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.quote.QuoteLifeService;
import org.triviumcrm.sales.quote.QuoteSample;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.MailServerTest;
import org.triviumcrm.testing.SampleFlows;

/** Whoever is asked for an approval gets an e-mail with a link, which leads to the case, and to nobody who has not signed in. */
class AskedByMailTests extends MailServerTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Accounts accounts;

    @Autowired
    SampleFlows flows;

    @Autowired
    QuoteService quotes;

    @Autowired
    QuoteLifeService life;

    @Autowired
    ApprovalGate gate;

    @Autowired
    ApplicationEventPublisher events;

    private Viewer seller;
    private Viewer boss;
    private Viewer other;

    @BeforeEach
    void company() {
        Viewer administrator = accounts.administrator();
        events.publishEvent(
                new CompanySetUp("Acme", "USD", Locale.ENGLISH, administrator.zone(), false, administrator));
        long team = accounts.team("West", null);
        seller = accounts.representative(team);
        boss = read(accounts.manager(team), "boss@example.com", "en");
        other = read(accounts.manager(team), "other@example.com", "zh-CN");
        new QuoteSample(database, seller).found();
    }

    @Test
    void thoseWhoseTurnItIsReadWhatWaitsForThem() throws Exception {
        flows.active("quote", "RELEASE", null, ConditionGroup.ALWAYS, SampleFlows.anyOf(boss, other));
        long quote = quotes.create(
                seller,
                new QuoteSample(database, seller).quote(QuoteSample.line(QuoteSample.SERVER, "1", "100", "25")));
        ApprovalNeeded needed =
                Objects.requireNonNull(catchThrowableOfType(ApprovalNeeded.class, () -> life.release(seller, quote)));
        gate.submit(
                seller, new Submission(needed.proposal(), Objects.requireNonNull(needed.action()), "Please", Map.of()));
        sendDue();

        MimeMessage english = inbox("boss@example.com").get(0);
        assertThat(english.getSubject()).contains("Servers for Lyon").contains("asks for your approval");
        assertThat(inbox("other@example.com").get(0).getSubject()).contains("Servers for Lyon", "审批");
        long notice = database.sql("select max(id) from notice where person_id = ?")
                .param(boss.personId())
                .query(Long.class)
                .single();
        assertThat(body(english, 0)).contains("https://crm.example.com/notices/" + notice);

        assertThat(mvc.perform(get("/notices/" + notice))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .as("not without signing in")
                .endsWith("/sign-in");
        assertThat(mvc.perform(get("/notices/" + notice).with(signedIn(other)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .as("nor for somebody else")
                .isEqualTo(404);
        long approval =
                database.sql("select id from approval_case").query(Long.class).single();
        assertThat(mvc.perform(get("/notices/" + notice).with(signedIn(boss)))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo("/approvals/cases/" + approval);
    }

    private Viewer read(Viewer person, String email, String language) {
        database.sql("update person set email = :email, locale = :language where id = :id")
                .params(Map.of("email", email, "language", language, "id", person.personId()))
                .update();
        return person;
    }
}
