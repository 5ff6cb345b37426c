package org.triviumcrm.sales.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.triviumcrm.testing.Accounts.signedIn;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.triviumcrm.identity.Viewer;
import org.triviumcrm.sales.contract.ContractSample;
import org.triviumcrm.sales.contract.ContractService;
import org.triviumcrm.sales.quote.QuoteSample;
import org.triviumcrm.sales.quote.QuoteService;
import org.triviumcrm.shared.condition.Comparison;
import org.triviumcrm.shared.condition.Condition;
import org.triviumcrm.shared.condition.ConditionGroup;
import org.triviumcrm.testing.Accounts;
import org.triviumcrm.testing.CommittingTest;
import org.triviumcrm.testing.SampleFlows;

/** Quotes and contracts are given to others, many at once or when somebody leaves: all but those that wait for an approval. */
@CommittingTest
class PapersChangeHandsTests {

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
    ContractService contracts;

    private Viewer admin;
    private Viewer seller;
    private Viewer heir;
    private ContractSample sample;

    @BeforeEach
    void company() {
        admin = accounts.administrator();
        long west = accounts.team("West", null);
        seller = accounts.representative(west);
        heir = accounts.representative(west);
        sample = new ContractSample(database, seller);
        sample.quotes().found();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quote", "contract"})
    void manyAtOnce(String type) throws Exception {
        long waiting = waiting(type);
        long free = paper(type);
        String page = text(post("/lists/" + type + "/bulk/transfer/runs")
                .param("ids", "" + waiting, "" + free)
                .param("ownerId", "" + heir.personId()));
        assertThat(owner(type, free)).as(page).isEqualTo(heir.personId());
        assertThat(owner(type, waiting)).isEqualTo(seller.personId());
        long run = number("select max(id) from bulk_run");
        assertThat(text(get("/bulk-runs/" + run))).contains("Done with one.", "approval");
        assertThat(state(type, waiting)).isEqualTo("SUBMITTED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"quote", "contract"})
    void whenSomebodyLeaves(String type) throws Exception {
        long waiting = waiting(type);
        long free = paper(type);
        String handover =
                Objects.requireNonNull(answer(post("/administration/people/" + seller.personId() + "/handover")
                                .param("to[" + type + "]", "" + heir.personId())
                                .param("to[customer]", "" + heir.personId())
                                .param("to[contact]", "" + heir.personId()))
                        .getRedirectedUrl());
        waitFor("DONE");
        assertThat(owner(type, free)).isEqualTo(heir.personId());
        assertThat(owner(type, waiting)).isEqualTo(seller.personId());
        assertThat(state(type, waiting)).isEqualTo("SUBMITTED");
        assertThat(text(get(handover))).contains("waits for an approval and stays");
    }

    private long paper(String type) {
        return type.equals("quote")
                ? quotes.create(seller, sample.quotes().quote(QuoteSample.line(QuoteSample.SERVER, "2", "95", null)))
                : contracts.create(seller, sample.contract(QuoteSample.line(QuoteSample.SERVER, "2", "95", null)));
    }

    private long waiting(String type) throws Exception {
        flows.active(
                type,
                "RELEASE",
                null,
                ConditionGroup.all(new Condition("amount", Comparison.MORE_THAN, "1")),
                SampleFlows.anyOf(admin));
        long id = paper(type);
        MockHttpServletResponse answer = mvc.perform(post("/approvals/submissions")
                        .param("kind", "RELEASE")
                        .param("action", "{}")
                        .param("type", type)
                        .param("id", "" + id)
                        .with(csrf())
                        .with(signedIn(seller)))
                .andReturn()
                .getResponse();
        assertThat(state(type, id)).as(answer.getContentAsString()).isEqualTo("SUBMITTED");
        return id;
    }

    private void waitFor(String state) throws InterruptedException {
        for (long end = System.nanoTime() + Duration.ofSeconds(60).toNanos(); System.nanoTime() < end; ) {
            if (List.of(state)
                    .equals(database.sql("select state from handover")
                            .query(String.class)
                            .list())) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("not " + state);
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        return answer(request).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header("Accept-Language", "en").with(csrf()).with(signedIn(admin)))
                .andReturn()
                .getResponse();
    }

    private long owner(String type, long id) {
        return number("select owner_id from " + type + " where id = " + id);
    }

    private @Nullable String state(String type, long id) {
        return database.sql("select state from " + type + " where id = " + id)
                .query(String.class)
                .single();
    }

    private long number(String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}
